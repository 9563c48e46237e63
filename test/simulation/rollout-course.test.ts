import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import type { Manifest } from '../../src/manifests/manifest';
import { RolloutCourse } from '../../src/simulation/course/rollout-course';

const DIST = join(__dirname, '../../dist');

function rollout(canary: string, { name = 'web', replicas = '' } = {}): string {
  return `---
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: ${name} }
spec:
  ${replicas}
  strategy: { canary: ${canary} }
`;
}

function template(spec: string, name = 'error-rate'): string {
  return `---
apiVersion: argoproj.io/v1alpha1
kind: AnalysisTemplate
metadata: { name: ${name} }
spec: ${spec}
`;
}

function courseOf(yaml: string, name?: string): RolloutCourse {
  return RolloutCourse.of(loadAll(yaml) as Manifest[], name);
}

interface CanarySpec {
  readonly strategy: { readonly canary: { readonly steps?: readonly unknown[] } };
}

/** Every canary that the examples make, with the objects in its file. */
function canariesOfExamples(): Array<[string, Manifest[], Manifest]> {
  return readdirSync(DIST, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.k8s.yaml')).sort().flatMap((file) => {
    const manifests = loadAll(readFileSync(join(DIST, file), 'utf8')) as Manifest[];
    return manifests.filter(({ kind, spec }) => kind === 'Rollout' && 'canary' in (spec as unknown as CanarySpec).strategy)
      .map((rollout): [string, Manifest[], Manifest] => [`${file} ${rollout.metadata.name}`, manifests, rollout]);
  });
}

const ISTIO = 'trafficRouting: { istio: { virtualService: { name: web } } }';
const MEASURED = template('{ metrics: [{ name: error-rate, interval: 1m, count: 5, failureLimit: 1 }] }');

describe('the course of a canary', () => {
  test('is a line for each step, and what ends it', () => {
    const text = courseOf(rollout(`{ ${ISTIO}, steps: [
      { setWeight: 5 }, { pause: { duration: 300 } }, { analysis: { templates: [{ templateName: error-rate }] } }, { setWeight: 50 }, { pause: {} },
    ] }`) + MEASURED).toString();
    expect(text).toBe(`Canary web: istio splits the traffic
  step 1     5 %  setWeight 5
  step 2     5 %  pauses for 5m
  step 3     5 %  is checked by error-rate
                  error-rate: 5 measurements, one every 1m; fails at the 2nd failed one; ends after 4m
  step 4    50 %  setWeight 50
  step 5    50 %  waits until somebody promotes it
  end      100 %  the new version is the stable one
  takes 9m, beside the time that people take and that pods need to start
  a check that fails or a person aborts it: back to 0 % at once, and the new pods go after 30s
`);
  });

  test('without a router is what the pods come to', () => {
    const course = courseOf(rollout('{ maxSurge: 1, maxUnavailable: 0, steps: [{ setWeight: 5 }, { pause: {} }] }', { replicas: 'replicas: 4' }));
    expect(course.steps[0]).toMatchObject({ percent: 20, pods: { canary: 1, stable: 4 } });
    expect(course.toString()).toContain('step 1    20 %  setWeight 5: 1 of 5 pods');
    expect(course.toString()).toContain('old pods come back as new ones go');
  });

  test('knows what stands for all of the traffic', () => {
    const course = courseOf(rollout('{ trafficRouting: { maxTrafficWeight: 1000, nginx: { stableIngress: web } }, steps: [{ setWeight: 5 }] }'));
    expect(course.steps[0]?.percent).toBe(0.5);
    expect(course.toString()).toContain('nginx splits the traffic');
  });

  test.each([[1, 'from step 2 on'], [2, 'after the last step'], [3, 'never checked by error-rate: there is no step 4']])('with checks beside it from steps[%d]', (startingStep, words) => {
    const analysis = `analysis: { startingStep: ${startingStep}, templates: [{ templateName: error-rate }] }`;
    expect(courseOf(rollout(`{ ${ISTIO}, ${analysis}, steps: [{ setWeight: 5 }, { pause: { duration: 1h } }] }`) + MEASURED).toString()).toContain(`\n  ${words}`);
  });

  test.each([
    ['abortScaleDownDelaySeconds: 0', 'back to 0 % at once, and the new pods stay'],
    ['abortScaleDownDelaySeconds: 600', 'the new pods go after 10m'],
    ['dynamicStableScale: true', 'gets its traffic back as its pods come back'],
  ])('after an abort with %s', (field, words) => {
    expect(courseOf(rollout(`{ ${ISTIO}, ${field}, steps: [{ setWeight: 5 }, { pause: {} }] }`)).toString()).toContain(words);
  });

  test('does not guess how long a check takes whose template is elsewhere', () => {
    const course = courseOf(rollout(`{ ${ISTIO}, steps: [{ analysis: { templates: [{ templateName: error-rate }, { templateName: latency }] } }] }`) + MEASURED);
    expect(course.steps[0]?.seconds).toBeUndefined();
    expect(course.toString()).toContain('latency is made elsewhere\n');
    expect(course.toString()).toContain('takes 0s or more');
  });

  test('reads templates that nest others, and metrics that decide nothing', () => {
    const nesting = template('{ templates: [{ templateName: error-rate }], dryRun: [{ metricName: p99 }], metrics: [{ name: p99, initialDelay: 10m }] }', 'both');
    const course = courseOf(rollout(`{ ${ISTIO}, steps: [{ analysis: { templates: [{ templateName: both }] } }] }`) + nesting + MEASURED);
    expect(course.steps[0]?.seconds).toBe(600);
    expect(course.steps[0]?.checks[0]?.metrics).toEqual([
      expect.stringMatching(/^p99: .*decides nothing$/), 'error-rate: 5 measurements, one every 1m; fails at the 2nd failed one; ends after 4m',
    ]);
  });

  test('asks which Rollout is meant', () => {
    const two = rollout('{ steps: [] }') + rollout('{ steps: [] }', { name: 'api' });
    expect(() => courseOf(two)).toThrow('there are several Rollouts: web, api. say which one, as the second argument');
    expect(() => courseOf(two, 'wep')).toThrow('there is no Rollout "wep" among the manifests. there are web, api');
    expect(() => courseOf(rollout('{}').replace('canary', 'blueGreen'))).toThrow('Rollout "web" is no canary');
    expect(courseOf(two, 'api').toString()).toContain('Canary api');
  });

  test.each(canariesOfExamples())('of the example %s is drawn with all of its steps', (_, manifests, rollout) => {
    const course = RolloutCourse.of(manifests, rollout.metadata.name);
    expect(course.steps).toHaveLength(((rollout.spec as unknown as CanarySpec).strategy.canary.steps ?? []).length);
    expect(course.toString()).not.toMatch(/undefined|NaN|does nothing|\?/);
    expect(course.toSvg()).not.toMatch(/undefined|NaN|width="-/);
  });

  test('bears shapes that the schema refuses', () => {
    expect(() => courseOf(rollout('{ steps: [null, 3, { setWeight: many }, { pause: { duration: soon } }, { analysis: [] }, { experiment: 1 }] }')).toSvg()).not.toThrow();
  });
});

describe('its picture', () => {
  const canary = `{ ${ISTIO}, analysis: { templates: [{ templateName: error-rate }] }, steps: [{ setWeight: 5 }, { pause: { duration: 5m } }, { setWeight: 40 }, { pause: {} }] }`;
  const svg = courseOf(rollout(canary, { name: 'shop-&-more' }) + MEASURED).toSvg();

  test('has a title and, for those who do not see it, the whole text', () => {
    expect(svg).toContain('aria-labelledby="t d"');
    expect(svg).toContain('<title id="t">What a release of shop-&amp;-more does</title>');
    expect(svg).toMatch(/<desc id="d">Canary shop-&amp;-more: istio splits/);
  });

  test('grows with the weight: 220 pixels are all of the traffic', () => {
    const bars = [...svg.matchAll(/class="(?:canary|done)" x="104" y="\d+" width="(\d+)"/g)].map(([, width]) => Number(width));
    expect(bars).toEqual([11, 88, 220]);
  });

  test('loads nothing, and is small', () => {
    expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|url\(|@import|<script|<image|NaN|undefined/);
    expect(svg.length).toBeLessThan(30_000);
  });

  test('is the same twice', () => {
    expect(courseOf(rollout(canary, { name: 'shop-&-more' }) + MEASURED).toSvg()).toBe(svg);
  });
});
