import { argsUsed } from '../../../../src/validation/rules/analysis/args-used';
import { beforePods } from '../../../../src/validation/rules/analysis/before-pods';
import { boundedInline } from '../../../../src/validation/rules/analysis/bounded-inline';
import { dataInTime } from '../../../../src/validation/rules/analysis/data-in-time';
import {
  exampleBackgroundAnalysis, exampleMetric, exampleProvider, exampleStepAnalysis, exampleTemplate,
} from '../../../../src/validation/rules/analysis/example-analysis';
import { jobDeadline } from '../../../../src/validation/rules/analysis/job-deadline';
import { exampleBlueGreen, exampleCanary, joinDocuments } from '../../../../src/validation/rules/rollouts/example-rollout';
import { pointersOf, runRule } from '../rollouts/run-rule';

const SMOKE = 'templates: [{ templateName: smoke }]';
const STEP = '/spec/strategy/canary/steps/0/analysis';

describe('before-pods', () => {
  const COUNTED = exampleTemplate({ metrics: exampleMetric('successCondition: result > 0') });
  const first = (template: string, args = '', canary = '') =>
    joinDocuments(exampleCanary(`${canary}\nsteps:\n  - analysis: { ${SMOKE}, args: [${args}] }\n  - setWeight: 25`), template);

  test('a metric that is read from a server measures nothing of the canary', () => {
    expect(runRule(beforePods, first(COUNTED))).toMatchObject([{
      pointer: STEP, message: 'metric success-rate is measured at steps[0], where the canary has no pods yet', fix: 'move the analysis behind the first setWeight',
    }]);
  });

  test('a request or a job may ask about something else', () => {
    expect(runRule(beforePods, first(exampleTemplate()))).toEqual([]);
    expect(runRule(beforePods, first(exampleTemplate({ metrics: exampleProvider('job:\n  spec: {}', { fields: ['count: 1'] }) })))).toEqual([]);
  });

  test.each([
    ['{ name: hash, valueFrom: { podTemplateHashValue: Latest } }', 1],
    ['{ name: hash, valueFrom: { podTemplateHashValue: Stable } }', 0],
    ['{ name: service, value: web-canary }', 1],
    ['{ name: service, value: web-stable }', 0],
  ])('unless it is given %s: %i findings', (arg, count) => {
    expect(runRule(beforePods, first(exampleTemplate(), arg, 'canaryService: web-canary'))).toHaveLength(count);
  });

  test.each([
    ['setWeight: 5', 0], ['setWeight: 0', 1], ['setCanaryScale: { replicas: 1 }', 0], ['pause: {}', 1],
  ])('behind %s: %i findings', (step, count) => {
    const steps = `trafficRouting: { istio: {} }\nsteps:\n  - ${step}\n  - analysis: { ${SMOKE} }`;
    expect(runRule(beforePods, joinDocuments(exampleCanary(steps), COUNTED))).toHaveLength(count);
  });

  test('has nothing to say about analyses in the background', () => {
    expect(runRule(beforePods, exampleBackgroundAnalysis(SMOKE, COUNTED))).toEqual([]);
  });

  test('goes before what the same analysis would make of no data', () => {
    const early = joinDocuments(first('').replace(/---\s*$/, ''), dataInTime.bad.split('---\n')[1]!);
    expect(runRule(beforePods, early)).toHaveLength(1);
    expect(runRule(dataInTime, early)).toEqual([]);
  });
});

describe('data-in-time for what is measured without requests', () => {
  const early = (query: string, ...before: string[]) => {
    const steps = [...before, `analysis: { ${SMOKE} }`].map((step) => `  - ${step}`).join('\n');
    const template = dataInTime.bad.split('---\n')[1]!.replace(/query: .*/, `query: '${query}'`);
    return runRule(dataInTime, joinDocuments(exampleCanary(`trafficRouting: { istio: {} }\nsteps:\n${steps}`), template)).map(({ message }) => message);
  };
  const PODS = 'sum(increase(kube_pod_container_status_restarts_total[10m]))';
  const REQUESTS = 'sum(rate(http_requests_total{container_name="web"}[5m]))';

  test('speaks of the canary, not of traffic', () => {
    expect(early(PODS, 'setWeight: 5')).toEqual([expect.stringContaining('is measured before there is anything to measure of the canary')]);
    expect(early('sum(up{job="web"})', 'setWeight: 5')).toEqual([expect.stringContaining('anything to measure')]);
    expect(early(REQUESTS, 'setWeight: 5')).toEqual([expect.stringContaining('before the canary has had traffic')]);
  });

  test('is content with pods that have run for a while', () => {
    expect(early(PODS, 'setCanaryScale: { replicas: 1 }', 'pause: {}')).toEqual([]);
    expect(early(REQUESTS, 'setCanaryScale: { replicas: 1 }', 'pause: {}')).toHaveLength(1);
  });
});

describe('job-deadline', () => {
  const template = (job: string) => exampleTemplate({ metrics: `    - name: smoke-test\n      provider: { job: { spec: ${job} } }` });

  test.each([
    ['{ template: {} }', 1], ['{ activeDeadlineSeconds: 60 }', 0], ['{ template: { spec: { activeDeadlineSeconds: 60 } } }', 0],
    ['{ backoffLimit: 0 }', 1], ['{ activeDeadlineSeconds: null }', 1],
  ])('%s: %i findings', (job, count) => {
    expect(runRule(jobDeadline, exampleStepAnalysis(SMOKE, template(job)))).toHaveLength(count);
  });

  test('looks at what holds a release', () => {
    const blueGreen = exampleBlueGreen(`activeService: web\nprePromotionAnalysis: { ${SMOKE} }\npostPromotionAnalysis: { ${SMOKE} }`);
    expect(pointersOf(jobDeadline, joinDocuments(blueGreen, template('{}')))).toEqual([
      '/spec/strategy/blueGreen/prePromotionAnalysis/templates/0', '/spec/strategy/blueGreen/postPromotionAnalysis/templates/0',
    ]);
    expect(runRule(jobDeadline, exampleBackgroundAnalysis(SMOKE, template('{}')))).toEqual([]);
  });
});

describe('args-used', () => {
  const metric = (url: string) => `    - name: status\n      provider: { web: { url: "${url}" } }`;
  const SECRET = '    - name: token\n      valueFrom: { secretKeyRef: { name: s, key: k } }';

  test.each([
    ['    - name: a', 'http://web/', ['/spec/args/0']],
    ['    - name: a', 'http://web/{{args.a}}', []],
    ['    - name: a', 'http://web/{{ args.a }}', []],
    ['    - name: a\n      value: x', 'http://web/', []],
    [SECRET, 'http://web/', ['/spec/args/0']],
    // the misspelt placeholder is said already
    ['    - name: a', 'http://web/{{args.b}}', []],
  ])('%j with %s: found at %j', (args, url, pointers) => {
    expect(pointersOf(argsUsed, exampleTemplate({ args, metrics: metric(url) }))).toEqual(pointers);
  });

  test('a Secret is read all the same', () => {
    expect(runRule(argsUsed, exampleTemplate({ args: SECRET, metrics: metric('http://web/') }))).toMatchObject([{
      message: 'no metric uses the argument token, which is read from the Secret s all the same',
    }]);
  });

  test('templates that are nested may use it, or be elsewhere', () => {
    const outer = exampleTemplate({ args: '    - name: a', metrics: '', spec: '  templates: [{ templateName: inner }]' });
    const inner = (url: string) => exampleTemplate({ name: 'inner', args: '    - name: a\n      value: x', metrics: metric(url) });
    expect(runRule(argsUsed, joinDocuments(outer, inner('http://web/{{args.a}}')))).toEqual([]);
    expect(runRule(argsUsed, joinDocuments(outer, inner('http://web/')))).toHaveLength(1);
    expect(runRule(argsUsed, outer)).toEqual([]);
  });
});

test('a count that is passed, and has no default, is explained', () => {
  const template = exampleTemplate({ args: '    - name: n', metrics: exampleMetric('interval: 1m', 'count: "{{args.n}}"', 'successCondition: result > 0') });
  expect(runRule(boundedInline, exampleStepAnalysis(`${SMOKE}\nargs: [{ name: n, value: "5" }]`, template))).toMatchObject([{
    message: expect.stringContaining('is checked with a placeholder in place of n, whatever is passed'), fix: expect.stringContaining('give n a default above 0'),
  }]);
});
