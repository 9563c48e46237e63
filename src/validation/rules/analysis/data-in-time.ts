import { goMatches } from '../../../languages/conditions/go-regexp';
import { fromNumbers } from '../../../languages/conditions/values';
import type { JsonObject } from '../../../manifests/json';
import { madeAt } from '../../made-at';
import { defineRule } from '../../rule';
import { type CanaryStateAt, canaryStates, hasCanaryPods, takesTime } from '../rollouts/canary-pods';
import { isSet, numberField, objectsField, textField } from '../rollouts/fields';
import { ROLLOUT } from '../rollouts/rollout-strategy';
import { judged, neverEmpty } from './condition-data';
import { vectorQuery } from './condition-result';
import { exampleBackgroundAnalysis, exampleProvider, exampleTemplate } from './example-analysis';
import { type RolloutAnalysis, rolloutAnalyses } from './rollout-analyses';
import { flattenTemplates } from './template-flattening';
import { metricsOfSpec } from './template-metrics';

const GUARDED = [
  'successCondition: "len(result) > 0 && all(result, {# >= 0.95})"',
  'failureCondition: "len(result) > 0 && any(result, {# < 0.95})"',
];

/** A metric in the background, with these fields beside its guarded conditions. */
function earlyExample(...fields: readonly string[]): string {
  const provider = 'prometheus:\n  address: http://prometheus.monitoring.svc.cluster.local:9090\n  query: sum(rate(http_requests_total{code!~"5.."}[5m]))';
  const metrics = exampleProvider(provider, { fields: ['interval: 1m', ...GUARDED, ...fields] });
  return exampleBackgroundAnalysis('templates:\n  - templateName: smoke', exampleTemplate({ metrics }));
}

/** Finds checks that ask before there can be an answer. */
export const dataInTime = defineRule({
  id: 'analysis/data-in-time',
  severity: 'warning',
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: ['P52'],
  title: 'a check waits until there is something of the canary to measure',
  rationale: 'A metric is measured for the first time when its analysis starts. Right after the first weight Prometheus has seen nothing of the '
    + 'canary, and a condition that calls no data inconclusive or failed stops the release before it has begun.',
  bad: earlyExample(),
  good: earlyExample('initialDelay: 2m'),
  check(entry, context) {
    for (const analysis of rolloutAnalyses(entry.manifest)) {
      const start = startOf(analysis);
      if (start === undefined) continue;
      const states = canaryStates(entry.manifest);
      const before = states.filter(({ index }) => index < start);
      if (hadTime(before, hasTraffic)) continue;
      // Without pods it measures nothing at any time, which analysis/before-pods says.
      if (analysis.role === 'step' && states.some((at) => at.index === start && !hasCanaryPods(at))) continue;
      const { templates } = flattenTemplates(entry, analysis, context.manifests);
      const dryRun = [analysis.analysis, ...templates.map(({ spec }) => spec)].flatMap(dryRunPatterns);
      for (const { label, entry: template, spec } of templates) {
        for (const { name, metric } of metricsOfSpec(spec)) {
          const stops = stoppedByNoData(metric);
          if (!stops || dryRun.some((pattern) => goMatches(pattern, name) !== false)) continue;
          const isOfPods = asksAboutPods(metric);
          if (isOfPods && hadTime(before, hasCanaryPods)) continue;
          const early = isOfPods ? 'before there is anything to measure of the canary' : 'before the canary has had traffic';
          context.report(analysis.pointer, `metric ${name} of ${label}${madeAt(template, entry)} is measured ${early}: without data it is ${stops}`, {
            received: 'no initialDelay',
            expected: 'a wait until there is data',
            fix: 'give the metric an initialDelay, such as 2m, or put a pause between the first weight and the analysis',
          });
        }
      }
    }
  },
});

/** What names metrics that decide nothing: regular expressions that may match anywhere. */
function dryRunPatterns(owner: JsonObject): string[] {
  return objectsField(owner, 'dryRun').flatMap(([, rule]) => textField(rule, 'metricName') ?? []);
}

/** Series that say something of pods without a request: of kube-state-metrics, cAdvisor, processes and scrapes. */
const OF_PODS = /\b(?:kube_|container_|process_|go_|jvm_)\w+|\bup\b/;

function asksAboutPods(metric: JsonObject): boolean {
  const query = (vectorQuery(metric) ?? '').replace(/"[^"]*"/g, '');
  return OF_PODS.test(query) && !/requests?_|_requests?\b/.test(query);
}

/** The index of the step with which an analysis of a canary starts. */
function startOf({ role, pointer, analysis }: RolloutAnalysis): number | undefined {
  if (role === 'background') return numberField(analysis, 'startingStep') ?? 0;
  return role === 'step' ? Number(/\/steps\/(\d+)\//.exec(pointer)?.[1]) : undefined;
}

/** Whether the canary had something at these steps, and then time. */
function hadTime(states: readonly CanaryStateAt[], had: (at: CanaryStateAt) => boolean): boolean {
  const first = states.findIndex(had);
  return first >= 0 && states.slice(first).some(({ step }) => takesTime(step));
}

function hasTraffic({ step, weight }: CanaryStateAt): boolean {
  return weight > 0 || isSet(step, 'setHeaderRoute') || isSet(step, 'setMirrorRoute');
}

/** What a first measurement without data does to the release; nothing when it does nothing, or cannot be. */
function stoppedByNoData(metric: JsonObject): string | undefined {
  const query = vectorQuery(metric);
  if (query === undefined || neverEmpty(query) || isSet(metric, 'initialDelay')) return undefined;
  const phase = judged(metric, fromNumbers([]))?.phase;
  if (phase === 'Inconclusive' && !allows(metric, 'inconclusiveLimit')) return 'inconclusive, and the rollout pauses until a person decides';
  if (phase === 'Failed' && !allows(metric, 'failureLimit')) return 'failed, and the rollout is aborted';
  return undefined;
}

/** Whether a limit lets one measurement pass; one that is an argument may. */
function allows(metric: JsonObject, limit: string): boolean {
  return isSet(metric, limit) && numberField(metric, limit) !== 0;
}
