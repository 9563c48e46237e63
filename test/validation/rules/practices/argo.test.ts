import type { JsonObject } from '../../../../src/manifests/json';
import type { Rule } from '../../../../src/validation/rule';
import { exampleMetric, exampleTemplate } from '../../../../src/validation/rules/analysis/example-analysis';
import { exampleNotifications } from '../../../../src/validation/rules/argo-cd-notifications/notifications-map';
import { allowEmpty } from '../../../../src/validation/rules/practices/allow-empty';
import { bothAnalyses } from '../../../../src/validation/rules/practices/both-analyses';
import { canaryCapacity } from '../../../../src/validation/rules/practices/canary-capacity';
import { defaultProject } from '../../../../src/validation/rules/practices/default-project';
import { failureLimit } from '../../../../src/validation/rules/practices/failure-limit';
import { promotionAfterCheck } from '../../../../src/validation/rules/practices/promotion-after-check';
import { pruneLast } from '../../../../src/validation/rules/practices/prune-last';
import { revisionHistory } from '../../../../src/validation/rules/practices/revision-history';
import { scaleDownDelay } from '../../../../src/validation/rules/practices/scale-down-delay';
import { selfHeal } from '../../../../src/validation/rules/practices/self-heal';
import { toldOfFailures } from '../../../../src/validation/rules/practices/told-of-failures';
import { watchedWeights } from '../../../../src/validation/rules/practices/watched-weights';
import { exampleBlueGreen, exampleCanary, exampleRollout, joinDocuments } from '../../../../src/validation/rules/rollouts/example-rollout';
import { application, applicationSet, findingsOf } from '../findings-of';

const automated = (fields: JsonObject, more: JsonObject = {}) => ({ syncPolicy: { automated: fields, ...more } });

describe('an Application', () => {
  test.each<[Rule, JsonObject, string[]]>([
    [selfHeal, automated({}), ['/spec/syncPolicy/automated']],
    [selfHeal, automated({ selfHeal: false }), ['/spec/syncPolicy/automated/selfHeal']],
    [selfHeal, automated({ enabled: false }), []],
    [selfHeal, {}, []],
    [allowEmpty, automated({ prune: true, allowEmpty: true }), ['/spec/syncPolicy/automated/allowEmpty']],
    [allowEmpty, automated({ prune: true, allowEmpty: false }), []],
    [pruneLast, automated({ prune: true }), ['/spec/syncPolicy/automated/prune']],
    [pruneLast, automated({ prune: true }, { syncOptions: ['PruneLast=false'] }), ['/spec/syncPolicy/automated/prune']],
    [pruneLast, automated({ prune: true }, { syncOptions: ['PruneLast=true'] }), []],
    [pruneLast, automated({ prune: false }), []],
    [defaultProject, {}, ['/spec/project']],
    [defaultProject, { project: 'shop' }, []],
  ])('$id: %#', (rule, spec, pointers) => {
    expect(findingsOf(rule, application(spec)).map(({ pointer }) => pointer)).toEqual(pointers);
  });

  test('of a set is judged where its template is, unless the set has steps or a patch', () => {
    const loose = application(automated({}));
    expect(findingsOf(selfHeal, applicationSet(loose))).toMatchObject([{ pointer: '/spec/template/spec/syncPolicy/automated' }]);
    expect(findingsOf(selfHeal, applicationSet(loose, { strategy: { type: 'RollingSync' } }))).toEqual([]);
    expect(findingsOf(selfHeal, applicationSet(loose, { templatePatch: 'spec: {}' }))).toEqual([]);
    expect(findingsOf(selfHeal, applicationSet(application(automated({ selfHeal: '{{heal}}' }))))).toEqual([]);
  });

  test('may be in a project default that is declared', () => {
    const project = '{apiVersion: argoproj.io/v1alpha1, kind: AppProject, metadata: {name: default, namespace: argocd}, spec: {sourceRepos: []}}';
    expect(findingsOf(defaultProject, joinDocuments(application({}), project))).toEqual([]);
  });
});

describe('a blue-green rollout', () => {
  const blueGreen = (fields: string) => exampleBlueGreen(`activeService: web\n${fields}`);
  const analysis = (key: string) => `${key}: { templates: [{ templateName: smoke }] }`;

  test.each<[Rule, string, string[]]>([
    [scaleDownDelay, '', ['not said, which is 30 seconds']],
    [scaleDownDelay, 'scaleDownDelaySeconds: 300', ['300 seconds']],
    [scaleDownDelay, 'scaleDownDelaySeconds: 600', []],
    [scaleDownDelay, 'scaleDownDelaySeconds: 0', []],
    [promotionAfterCheck, '', ['autoPromotionEnabled not said, which is true']],
    [promotionAfterCheck, 'autoPromotionEnabled: true', ['autoPromotionEnabled: true']],
    [promotionAfterCheck, 'autoPromotionEnabled: false', []],
    [promotionAfterCheck, 'autoPromotionSeconds: 300', []],
    [promotionAfterCheck, analysis('prePromotionAnalysis'), []],
    [bothAnalyses, '', ['no prePromotionAnalysis, no postPromotionAnalysis']],
    [bothAnalyses, analysis('prePromotionAnalysis'), ['no postPromotionAnalysis']],
    [bothAnalyses, analysis('postPromotionAnalysis'), ['no prePromotionAnalysis']],
  ])('$id: %#', (rule, fields, received) => {
    expect(findingsOf(rule, blueGreen(fields)).map((finding) => finding.received)).toEqual(received);
  });

  test('is not a canary', () => {
    for (const rule of [scaleDownDelay, promotionAfterCheck, bothAnalyses]) expect(findingsOf(rule, exampleRollout())).toEqual([]);
  });
});

describe('the weights of a canary', () => {
  test.each([
    ['[{setWeight: 5}, {setWeight: 50}, {pause: {}}]', ['/spec/strategy/canary/steps/0/setWeight']],
    ['[{setWeight: 5}, {setCanaryScale: {weight: 20}}, {setWeight: 50}]', ['/spec/strategy/canary/steps/0/setWeight']],
    ['[{setWeight: 5}, {pause: {duration: 1m}}, {setWeight: 50}]', []],
    ['[{setWeight: 5}, {analysis: {templates: [{templateName: a}]}}, {setWeight: 100}]', []],
    ['[{setWeight: 0}, {setWeight: 50}, {pause: {}}]', []],
    ['[{setWeight: 5}]', []],
  ])('%s', (steps, pointers) => {
    expect(findingsOf(watchedWeights, exampleCanary(`steps: ${steps}`)).map(({ pointer }) => pointer)).toEqual(pointers);
  });
});

describe('the capacity of a canary', () => {
  test.each([
    ['', '25% of the pods may be missing during a release'],
    ['maxUnavailable: 2', '2 of the pods may be missing during a release'],
    ['maxUnavailable: 0', undefined],
    ['maxUnavailable: 0%', undefined],
    ['trafficRouting: { nginx: { stableIngress: web } }', undefined],
  ])('%s', (fields, message) => {
    expect(findingsOf(canaryCapacity, exampleCanary(`${fields}\nsteps: [{ setWeight: 25 }]`)).map((finding) => finding.message)).toEqual(message === undefined ? [] : [message]);
  });
});

test.each([[0, 1], [1, 0], [20, 0], [21, 1]])('%i old revisions', (limit, count) => {
  expect(findingsOf(revisionHistory, exampleRollout({ spec: `revisionHistoryLimit: ${limit}` }))).toHaveLength(count);
});

describe('the limit of failures', () => {
  const metric = (...fields: string[]) => exampleTemplate({ args: '    - name: limit\n      value: "1"', metrics: exampleMetric('successCondition: result > 0', ...fields) });

  test.each([
    [['count: 5', 'interval: 1m'], '/spec/metrics/0'],
    [['count: 5', 'interval: 1m', 'failureLimit: 0'], '/spec/metrics/0/failureLimit'],
    [['interval: 1m'], '/spec/metrics/0'],
    [['count: 5', 'interval: 1m', 'failureLimit: 1'], undefined],
    [['count: 5', 'interval: 1m', 'failureLimit: "{{args.limit}}"'], undefined],
    [['count: 5', 'interval: 1m', 'consecutiveSuccessLimit: 2'], undefined],
    [['count: 1'], undefined],
    [[], undefined],
  ])('%p', (fields, pointer) => {
    expect(findingsOf(failureLimit, metric(...fields)).map((finding) => finding.pointer)).toEqual(pointer === undefined ? [] : [pointer]);
  });
});

describe('notifications', () => {
  const told = (...conditions: string[]) => exampleNotifications(`service.slack: |\n  token: $slack-token\ntrigger.news: |\n${
    conditions.map((when) => `  - when: ${when}\n    send: [news]`).join('\n')}`);

  test('that leave something out', () => {
    expect(findingsOf(toldOfFailures, told('app.status.operationState.phase in ["Failed"]'))).toMatchObject([{
      message: 'no trigger is about Applications that are Degraded, none about objects that drift from Git', received: 'trigger.news',
    }]);
  });

  test('of nothing were not meant for failures', () => {
    expect(findingsOf(toldOfFailures, exampleNotifications('service.slack: |\n  token: $slack-token'))).toEqual([]);
  });
});
