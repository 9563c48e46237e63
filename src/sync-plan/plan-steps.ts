import type { ManifestEntry } from '../manifests/manifest-set';
import { Place } from '../manifests/references/place';
import { rollingSyncSteps, stepOf } from '../validation/rules/appsets/rolling-sync';
import type { PlannedApplicationSet, PlannedStep } from './planned';

/** Which Applications of a set come when. */
export type SetOrder = Pick<PlannedApplicationSet, 'steps' | 'inNoStep' | 'inUnknownStep'>;

/** The order of the Applications that a set makes. */
export function planSteps(entry: ManifestEntry, generated: readonly ManifestEntry[]): SetOrder {
  const steps = rollingSyncSteps(entry);
  const placed = generated.map(({ manifest }) => ({ name: manifest.metadata.name ?? '', step: stepOf(steps, Place.root(manifest).at('metadata', 'labels')) }));
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
