import { object, planOf } from './plan';

const wavesOf = (text: string) => planOf(text).application('web').waves;

const shown = (text: string) => wavesOf(text).map(({ phase, wave, objects, waitsFor, isUngated }) => ({
  at: `${phase} ${wave}`, objects: objects.map(({ kind, name }) => `${kind}/${name}`), waits: waitsFor.map((wait) => `${wait.object.kind} ${wait.until}`), isUngated,
}));

describe('the waves of a sync', () => {
  test('come phase by phase, and kinds in the order of Argo CD', () => {
    const text = object('Rollout/web', { wave: 1 }) + object('Deployment/mailer') + object('Service/web') + object('ConfigMap/web')
      + object('Job/smoke', { hook: 'PostSync' }) + object('Job/migrate', { hook: 'PreSync', wave: 5 });
    expect(shown(text)).toEqual([
      { at: 'PreSync 5', objects: ['Job/migrate'], waits: ['Job completed'], isUngated: false },
      { at: 'Sync 0', objects: ['ConfigMap/web', 'Service/web', 'Deployment/mailer'], waits: ['Deployment healthy'], isUngated: false },
      { at: 'Sync 1', objects: ['Rollout/web'], waits: ['Rollout healthy'], isUngated: false },
      { at: 'PostSync 0', objects: ['Job/smoke'], waits: ['Job completed'], isUngated: false },
    ]);
  });

  test('nothing waits for the last of them', () => {
    expect(shown(object('ConfigMap/web') + object('Rollout/web', { wave: 1 }))).toMatchObject([
      { waits: [], isUngated: false }, { objects: ['Rollout/web'], waits: [], isUngated: true },
    ]);
  });

  test('beside a hook of the last of several waves its neighbours are waited for, beside one of a single wave they are not', () => {
    const last = object('Deployment/web', { wave: 1 }) + object('Job/check', { wave: 1, hook: 'Sync' });
    expect(shown(object('ConfigMap/web') + last).at(-1)!.waits).toEqual(['Deployment healthy', 'Job completed']);
    expect(shown(last)).toMatchObject([{ waits: ['Job completed'], isUngated: false }]);
  });

  test('a namespace comes right before what lives in it, in the wave of that', () => {
    const text = object('Namespace/shop') + object('ConfigMap/settings', { hook: 'PreSync', wave: -2 }) + object('Rollout/web');
    expect(shown(text)).toMatchObject([{ at: 'PreSync -2', objects: ['Namespace/shop', 'ConfigMap/settings'] }, { at: 'Sync 0', objects: ['Rollout/web'] }]);
  });

  test('a definition comes right before the first object of its kind', () => {
    const text = object('CustomResourceDefinition/widgets', { wave: 2, spec: '{ group: example.com, names: { kind: Widget } }' })
      + object('Widget/a', { wave: 1, apiVersion: 'example.com/v1' }) + object('ConfigMap/z', { wave: 1 });
    expect(shown(text)).toMatchObject([{ at: 'Sync 1', objects: ['ConfigMap/z', 'CustomResourceDefinition/widgets', 'Widget/a'] }]);
  });

  test('hooks of a failed sync and of a deletion stand apart, and what no sync applies is told', () => {
    const plan = planOf(object('Job/tell', { hook: 'SyncFail' }) + object('Job/save', { hook: 'PreDelete' }) + object('Job/sweep', { hook: 'PostDelete' })
      + object('Job/off', { hook: 'Skip' }) + object('Job/lost', { hook: 'presync' }) + object('ConfigMap/web')).application('web');
    expect(plan).toMatchObject({
      waves: [{ objects: [{ name: 'web' }] }], onFailure: [{ name: 'tell' }], beforeDeletion: [{ name: 'save' }], afterDeletion: [{ name: 'sweep' }],
    });
    expect(plan).toMatchObject({ skipped: [{ name: 'off' }], neverApplied: [{ name: 'lost' }] });
  });
});

describe('what is waited for', () => {
  const later = object('ConfigMap/later', { wave: 1 });
  const waits = (text: string) => wavesOf(text + later)[0]!.waitsFor.map((wait) => wait.object.kind);

  test.each([
    ['a Rollout', object('Rollout/web'), ['Rollout']],
    ['a Service with an address from outside', object('Service/web', { spec: '{ type: LoadBalancer }' }), ['Service']],
    ['no other Service', object('Service/web'), []],
    ['no kind without a health check', object('VirtualService/web', { apiVersion: 'networking.istio.io/v1' }), []],
    ['a kind of a group that is checked as a whole', object('Bucket/web', { apiVersion: 's3.aws.upbound.io/v1beta1' }), ['Bucket']],
    ['no Application, unless argocd-cm has a check', object('Application/web'), []],
  ])('%s', (_, text, kinds) => {
    expect(waits(text)).toEqual(kinds);
  });

  test.each([
    ['under its own key', 'resource.customizations.health.argoproj.io_Application: "return {}"'],
    ['under a pattern', 'resource.customizations.health.argoproj.io_App*: "return {}"'],
    ['under the key of all', 'resource.customizations: "argoproj.io/Application: { health.lua: \'return {}\' }"'],
  ])('what argocd-cm has a check for, %s', (_, line) => {
    const config = `---\napiVersion: v1\nkind: ConfigMap\nmetadata: { name: argocd-cm }\ndata:\n  ${line}\n`;
    expect(waits(object('Application/web') + config)).toEqual(['Application']);
  });
});

describe('what can hold a sync up', () => {
  const later = object('ConfigMap/later', { wave: 1 }) + object('Job/smoke', { hook: 'PostSync' });
  const holds = (text: string) => wavesOf(text)[0]!.holds.map(({ reason, holds: behind }) => `${reason}: ${behind.join(', ')}`);

  test.each([
    ['a pause without end', object('Rollout/web', { spec: '{ strategy: { canary: { steps: [{ setWeight: 20 }, { pause: { duration: 5m } }, { pause: {} }] } } }' }),
      ['an update pauses at 20 % until somebody promotes it: wave 1, PostSync']],
    ['no pause that ends', object('Rollout/web', { spec: '{ strategy: { canary: { steps: [{ setWeight: 20 }, { pause: { duration: 5m } }] } } }' }), []],
    ['a promotion by hand', object('Rollout/web', { spec: '{ strategy: { blueGreen: { autoPromotionEnabled: false } } }' }),
      ['an update waits until somebody promotes it: wave 1, PostSync']],
    ['a promotion by hand, whatever the countdown', object('Rollout/web', { spec: '{ strategy: { blueGreen: { autoPromotionEnabled: false, autoPromotionSeconds: 60 } } }' }),
      ['an update waits until somebody promotes it: wave 1, PostSync']],
    ['no promotion that comes by itself', object('Rollout/web', { spec: '{ strategy: { blueGreen: { autoPromotionSeconds: 60 } } }' }), []],
    ['a suspended Job', object('Job/web', { spec: '{ suspend: true }' }), ['it is suspended, and so never completed: wave 1, PostSync']],
    ['a suspended Workflow', object('Workflow/web', { apiVersion: 'argoproj.io/v1alpha1', spec: '{ suspend: true }' }), ['it is suspended, and so never completed: wave 1, PostSync']],
    ['a paused ScaledObject', object('ScaledObject/web', { apiVersion: 'keda.sh/v1alpha1' }).replace('annotations: {', 'annotations: { autoscaling.keda.sh/paused-replicas: "2"'),
      ['it is paused, and so never healthy: wave 1, PostSync']],
    ['no suspended CronJob, which counts as healthy', object('CronJob/web', { spec: '{ suspend: true }' }), []],
    ['a claim of a later pod', object('PersistentVolumeClaim/data')
      + object('Deployment/db', { wave: 1, spec: '{ template: { spec: { volumes: [{ name: data, persistentVolumeClaim: { claimName: data } }] } } }' }),
    ['Deployment/db, which uses it, comes later, and most storage binds it only then: wave 1, PostSync']],
  ])('%s', (_, text, expected) => {
    expect(holds(text + later)).toEqual(expected);
  });

  test('nothing in the last wave', () => {
    expect(holds(object('Rollout/web', { spec: '{ strategy: { canary: { steps: [{ pause: {} }] } } }' }))).toEqual([]);
  });
});

describe('an update that the sync waits for', () => {
  const later = object('Job/smoke', { hook: 'PostSync' });
  const template = object('AnalysisTemplate/errors', {
    apiVersion: 'argoproj.io/v1alpha1', spec: '{ metrics: [{ name: errors, interval: 1m, count: 4, provider: { job: {} } }] }',
  });
  const rollout = (strategy: string) => object('Rollout/web', { spec: `{ strategy: ${strategy} }` });
  const releases = (text: string) => wavesOf(text)[0]!.releases;

  test.each([
    ['its pauses', '{ canary: { steps: [{ setWeight: 20 }, { pause: { duration: 5m } }, { pause: { duration: 90 } }] } }', { seconds: 390, isAtLeast: false }],
    ['its checks', '{ canary: { steps: [{ pause: { duration: 5m } }, { analysis: { templates: [{ templateName: errors }] } }] } }', { seconds: 480, isAtLeast: false }],
    ['what it knows of checks that are made elsewhere', '{ canary: { steps: [{ pause: { duration: 5m } }, { analysis: { templates: [{ templateName: other }] } }] } }',
      { seconds: 300, isAtLeast: true }],
    ['checks, then a countdown, then checks', `{ blueGreen: {
      autoPromotionSeconds: 60, prePromotionAnalysis: { templates: [{ templateName: errors }] }, postPromotionAnalysis: { templates: [{ templateName: errors }] },
    } }`, { seconds: 420, isAtLeast: false }],
  ])('takes %s', (_what, strategy, time) => {
    expect(releases(rollout(strategy) + template + later)).toEqual([expect.objectContaining({ object: expect.objectContaining({ name: 'web' }), ...time })]);
  });

  test.each([
    ['does not pause', rollout('{ canary: { steps: [{ setWeight: 20 }] } }') + later],
    ['a person promotes', rollout('{ canary: { steps: [{ pause: { duration: 5m } }, { pause: {} }] } }') + later],
    ['nothing comes after', rollout('{ canary: { steps: [{ pause: { duration: 5m } }] } }')],
  ])('is none that %s', (_what, text) => {
    expect(releases(text)).toEqual([]);
  });
});
