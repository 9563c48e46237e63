import { planText } from '../../src/sync-plan/plan-text';
import { object, planOf } from './plan';

describe('the text of a plan', () => {
  test('has a line for each object, what is waited for and what can hold the sync up', () => {
    const text = object('ConfigMap/settings') + object('Deployment/mailer') + object('Job/check', { hook: 'Sync' })
      + object('Rollout/web', { wave: 1, spec: '{ strategy: { canary: { steps: [{ setWeight: 20 }, { pause: {} }] } } }' })
      + object('Ingress/web', { wave: 2 }) + object('Job/smoke', { hook: 'PostSync' }) + object('Job/tell', { hook: 'SyncFail' })
      + object('Job/sweep', { hook: 'PostDelete' }) + object('Job/lost', { hook: 'presync' });
    expect(planOf(text).toString()).toBe(`Objects of web
  Sync
    wave 0   ConfigMap/settings
             Deployment/mailer
             Job/check, a hook
             -> waits until Job/check has completed, Deployment/mailer is
                healthy
    wave 1   Rollout/web
             -> waits until Rollout/web is healthy
             !  Rollout/web: an update pauses at 20 % until somebody promotes
                it. wave 2 and PostSync wait
    wave 2   Ingress/web
             -> waits until Ingress/web is healthy
             !  Ingress/web: it is healthy once its controller reports an
                address, and some never do. PostSync waits
  PostSync
    wave 0   Job/smoke
             -> waits until Job/smoke has completed
  when a sync fails
             Job/tell
  after it is deleted
             Job/sweep
  ! never applied
             Job/lost
`);
  });

  test('says of Applications where they go, and what they do with what is taken out of Git', () => {
    const spec = `{
      source: { repoURL: https://charts.example.com, chart: base, targetRevision: 1.2.3 }, destination: { name: eu, namespace: web },
      syncPolicy: { automated: { enabled: true }, syncOptions: [CreateNamespace=true] },
    }`;
    expect(planOf(object('Application/base', { spec }) + object('Application/again', { spec })).toString()).toBe(`Objects of web
  Sync
    wave 0   Application/again
             Application/base
             -> the only wave: done once it is applied

Application again
  chart base 1.2.3 -> eu, namespace web
  not known here: what chart base 1.2.3 brings
  PreSync
    wave 0   Namespace/web, if it is not there
             -> goes on at once
  what is taken out of Git stays: pruning is off

Application base
  chart base 1.2.3 -> eu, namespace web
  like Application again
`);
  });

  test('shows a set before the first Application that it makes, with its steps', () => {
    const spec = `{
      goTemplate: true, generators: [{ list: { elements: [{ env: dev }, { env: eu }, { env: us }, { env: test }] } }],
      template: { metadata: { name: 'web-{{ .env }}', labels: { env: '{{ .env }}' } }, spec: { source: { repoURL: https://git.example.com/x.git, path: web } } },
      strategy: { type: RollingSync, rollingSync: { steps: [
        { matchExpressions: [{ key: env, operator: In, values: [dev] }] },
        { matchExpressions: [{ key: env, operator: In, values: [eu, us] }], maxUpdate: 50% },
      ] } },
    }`;
    const [, set, first] = planOf(object('ApplicationSet/web', { apiVersion: 'argoproj.io/v1alpha1', spec })).toString().split('\n\n');
    expect(set).toBe(`ApplicationSet web
  step 1   web-dev
  step 2   web-eu and web-us; 50% at a time
  ! in no step, and never synced: web-test`);
    expect(first).toContain('Application web-dev');
  });

  test('says where a set may make more than is known, or nothing', () => {
    const set = (name: string, text: string) => object(`ApplicationSet/${name}`, { apiVersion: 'argoproj.io/v1alpha1', spec: `{
      goTemplate: true, goTemplateOptions: [missingkey=error], generators: [{ ${text} }],
      template: { metadata: { name: 'web-{{ .name }}' }, spec: { source: { repoURL: https://git.example.com/x.git, path: web } } },
    }` });
    const text = planOf(set('everywhere', 'clusters: {}') + set('nowhere', 'list: { elements: [{ env: dev }] }')).toString();
    expect(text).toContain('ApplicationSet everywhere\n  makes its Applications in no order\n  there may be other Applications: no clusters are declared\n');
    expect(text).toContain('Application web-{{ .name }}\n  folder web -> a place that is not known here\n  any number of Applications like this\n');
    expect(text).toMatch(/ApplicationSet nowhere\n {2}makes its Applications in no order\n {2}! makes nothing: spec\.template\.metadata\.name: .*there is no \.name/);
  });

  test('tells how long an update takes that the sync waits for', () => {
    const steps = '{ strategy: { canary: { steps: [{ setWeight: 20 }, { pause: { duration: 30m } }, { plugin: { name: org/gate } }] } } }';
    expect(planOf(object('Rollout/web', { spec: steps }) + object('Job/smoke', { hook: 'PostSync' })).toString()).toContain(`
             -> waits until Rollout/web is healthy
                an update of Rollout/web takes 30m or more, beside the time
                that its pods need. a revert waits as long
`);
  });

  test('is the same twice', () => {
    const text = object('Service/b') + object('Service/a') + object('Rollout/web');
    expect(planOf(text).toString()).toBe(planOf(text.split('---').reverse().filter(Boolean).map((one) => `---${one}`).join('')).toString());
  });
});

describe('the picture of a plan', () => {
  test('has a box for each wave, and on the arrows what is waited for', () => {
    const text = object('ConfigMap/settings') + object('Deployment/web', { wave: 1 }) + object('Job/smoke', { hook: 'PostSync' });
    expect(planOf(text).toMermaid('web')).toBe(`flowchart TB
  wave0["<b>Sync, wave 0</b><br/>ConfigMap/settings"]
  wave1["<b>Sync, wave 1</b><br/>Deployment/web"]
  wave2["<b>PostSync, wave 0</b><br/>Job/smoke"]
  done(["the sync is done"])
  wave0 -->|"at once"| wave1
  wave1 -->|"Deployment/web healthy"| wave2
  wave2 -->|"Job/smoke completed"| done
`);
  });

  test('without a name shows what Applications deliver each other, with the steps of sets', () => {
    const set = object('ApplicationSet/web', { apiVersion: 'argoproj.io/v1alpha1', wave: 1, spec: `{
      goTemplate: true, generators: [{ list: { elements: [{ env: dev }, { env: eu }, { env: us }] } }],
      template: { metadata: { name: 'web-{{ .env }}', labels: { env: '{{ .env }}' } }, spec: { source: { repoURL: https://git.example.com/x.git, path: web } } },
      strategy: { type: RollingSync, rollingSync: { steps: [
        { matchExpressions: [{ key: env, operator: In, values: [dev] }] }, { matchExpressions: [{ key: env, operator: In, values: [eu, us] }] },
      ] } },
    }` });
    const base = object('Application/base', { apiVersion: 'argoproj.io/v1alpha1', spec: '{ source: { repoURL: https://charts.example.com, chart: base, targetRevision: 1.2.3 } }' });
    expect(planOf(base + set + object('ConfigMap/settings')).toMermaid()).toBe(`flowchart TB
  subgraph a0["web"]
    direction TB
    a0w0["<b>wave 0</b><br/>Application/base"]
    a0w1["<b>wave 1</b><br/>ApplicationSet/web<br/><i>step 1</i><br/>web-dev<br/><i>step 2</i><br/>web-eu<br/>web-us"]
    a0w0 -->|"at once"| a0w1
  end
`);
  });
});

test.each([
  ['', 'applies only what differs, and does not wait for the last wave in which something does'],
  [object('Job/smoke', { hook: 'PostSync' }), 'applies only what differs, and all hooks'],
  [object('Job/between', { hook: 'Sync' }), 'applies only what differs, and all hooks. a last wave behind them in which something differs is not waited for'],
])('what ApplyOutOfSyncOnly passes over is said with the hooks that it never passes over: %#', (hooks, remark) => {
  const application = planOf(object('ConfigMap/a') + object('ConfigMap/b', { wave: 1 }) + hooks).application('web');
  const text = planText([{ ...application, type: 'Application', appliesDifferencesOnly: true }], []);
  expect(text.replace(/\n +/g, ' ')).toMatch(new RegExp(`${remark}( what is taken|\n)`));
});
