import type { ManifestEntry } from '../manifests/manifest-set';
import { Place } from '../manifests/references/place';
import { rollingSyncSteps, stepTakes } from '../validation/rules/appsets/rolling-sync';
import type { PlannedApplicationSet, PlannedStep } from './planned';

/** Which Applications of a set come when. */
export type SetOrder = Pick<PlannedApplicationSet, 'steps' | 'inNoStep' | 'inUnknownStep'>;

/** The order of the Applications that a set makes. */
export function planSteps(entry: ManifestEntry, generated: readonly ManifestEntry[]): SetOrder {
  const steps = rollingSyncSteps(entry);
  // One in two steps is synced with the first of them.
  const stepOf = (application: ManifestEntry): number | undefined => {
    const verdicts = steps.map((step) => stepTakes(step, Place.root(application.manifest).at('metadata', 'labels')));
    const [first, unknown] = [verdicts.indexOf(true), verdicts.indexOf(undefined)];
    return unknown >= 0 && (first < 0 || unknown < first) ? undefined : first;
  };
  const placed = generated.map((application) => ({ name: application.manifest.metadata.name ?? '', step: steps.length > 0 ? stepOf(application) : -1 }));
  const namesIn = (step: number | undefined): readonly string[] => placed.filter((one) => one.step === step).map(({ name }) => name).sort();
  return {
    steps: steps.map(({ place }, i): PlannedStep => {
      const maxUpdate = place.at('maxUpdate').value;
      return { applications: namesIn(i), ...((typeof maxUpdate === 'number' || typeof maxUpdate === 'string') && { maxUpdate }) };
    }),
    inNoStep: namesIn(-1),
    inUnknownStep: namesIn(undefined),
  };
}
