import type { ManifestEntry } from '../../../manifests/manifest-set';
import { Place } from '../../../manifests/references/place';

/** One step of a RollingSync. */
export interface RollingSyncStep {
  readonly place: Place;
  readonly expressions: readonly Place[];
}

/** The steps that the controller follows, none when it follows none. */
export function rollingSyncSteps(entry: ManifestEntry): readonly RollingSyncStep[] {
  const strategy = Place.root(entry.manifest).at('spec', 'strategy');
  if (strategy.at('type').text !== 'RollingSync') return [];
  return strategy.at('rollingSync', 'steps').items.map((place) => ({ place, expressions: place.at('matchExpressions').items }));
}

/**
 * Whether a step takes an Application with these labels; undefined when that depends on what is not known. A label that is missing
 * fails In alone, and an operator that does not exist fails only where the label is there.
 *
 * @see applicationset/progressivesync/progressive_sync.go in argoproj/argo-cd
 */
export function stepTakes({ expressions }: RollingSyncStep, labels: Place): boolean | undefined {
  const verdicts = expressions.map((expression): boolean | undefined => {
    const label = labels.at(expression.at('key').text);
    const operator = expression.at('operator').text;
    if (!label.exists) return operator !== 'In';
    const values = expression.at('values').items.map(({ text }) => text);
    if (operator !== 'In' && operator !== 'NotIn') return false;
    if (label.text.includes('{{')) return undefined;
    return values.includes(label.text) === (operator === 'In');
  });
  if (verdicts.includes(false)) return false;
  return verdicts.includes(undefined) ? undefined : true;
}

/**
 * The place of the step that takes an Application with these labels: that of the first of several, -1 where none takes it; undefined when
 * that depends on what is not known.
 */
export function stepOf(steps: readonly RollingSyncStep[], labels: Place): number | undefined {
  const verdicts = steps.map((step) => stepTakes(step, labels));
  const [first, unknown] = [verdicts.indexOf(true), verdicts.indexOf(undefined)];
  return unknown >= 0 && (first < 0 || unknown < first) ? undefined : first;
}

/** A strategy of two steps, by a label, for the examples of rules. */
export function exampleSteps(key: string, first = 'staging', second = 'production'): string {
  return `
strategy:
  type: RollingSync
  rollingSync:
    steps:
      - matchExpressions:
          - key: ${key}
            operator: In
            values:
              - ${first}
      - matchExpressions:
          - key: ${key}
            operator: In
            values:
              - ${second}
        maxUpdate: 25%`;
}
