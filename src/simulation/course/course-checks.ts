import { isJsonObject } from '../../manifests/json';
import type { Manifest } from '../../manifests/manifest';
import { Place } from '../../manifests/references/place';
import { metricTiming } from '../metric-timing';
import { metricInWords } from '../metric-words';
import type { CourseCheck } from './course-step';

/** The checks that `templates` of an analysis names, with what their templates among the manifests measure. */
export function courseChecks(analysis: Place, manifests: readonly Manifest[]): CourseCheck[] {
  return analysis.at('templates').items.map((reference) => checkOf(reference, dryRunsOf(analysis), manifests));
}

/** A check of one reference to a template: `templateName`, and `clusterScope` for one of the whole cluster. */
export function checkOf(reference: Place, dryRuns: readonly string[], manifests: readonly Manifest[]): CourseCheck {
  const template = reference.at('templateName').text;
  const specs = specsOf(reference, manifests, new Set());
  if (!specs) return { template, metrics: [] };
  const metrics = specs.flatMap((spec) => spec.at('metrics').items.filter(({ value }) => isJsonObject(value)));
  const dry = [...dryRuns, ...specs.flatMap(dryRunsOf)];
  const ends = metrics.map((metric) => metricTiming(metric.object)?.end);
  return {
    template,
    metrics: metrics.map((metric) => {
      const name = metric.at('name').text;
      return `${name}: ${metricInWords(metric.object)}${dry.some((pattern) => matches(pattern, name)) ? '; a dry run, decides nothing' : ''}`;
    }),
    ...ends.every((end) => end !== undefined) && { seconds: Math.max(0, ...ends) },
  };
}

/** The specs of a template and of those that it nests. Undefined where one of them is not among the manifests. */
function specsOf(reference: Place, manifests: readonly Manifest[], seen: Set<Manifest>): Place[] | undefined {
  const kind = reference.at('clusterScope').value === true ? 'ClusterAnalysisTemplate' : 'AnalysisTemplate';
  const template = manifests.find((manifest) => manifest.kind === kind && manifest.metadata.name === reference.at('templateName').text);
  if (!template) return undefined;
  if (seen.has(template)) return [];
  seen.add(template);
  const spec = Place.root(template).at('spec');
  const nested = spec.at('templates').items.map((one) => specsOf(one, manifests, seen));
  return nested.every((specs) => specs !== undefined) ? [spec, ...nested.flat()] : undefined;
}

/** Metrics that only tell, as regular expressions that may match anywhere in a name. */
function dryRunsOf(analysis: Place): string[] {
  return analysis.at('dryRun').items.map((run) => run.at('metricName').text);
}

function matches(pattern: string, name: string): boolean {
  try {
    return new RegExp(pattern).test(name);
  } catch {
    // What JavaScript cannot read is a rule's to report.
    return false;
  }
}
