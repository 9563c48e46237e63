import type { JsonObject } from '../../../manifests/json';
import { type Pointer, pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { numberField, objectsField } from '../rollouts/fields';
import { withExperiments } from '../scopes';
import { exampleExperimentStep } from './example-experiment';
import { EXPERIMENT_KINDS, experimentsOf } from './experiments-of';

/** A step with this many pods. */
function replicasExample(replicas: number): string {
  return exampleExperimentStep({ templates: `- name: candidate\n  specRef: canary\n  replicas: ${replicas}` });
}

/** Finds counts and delays of experiments below 0. */
export const noNegativeNumbers = defineRule({
  id: 'experiments/no-negative-numbers',
  severity: 'error',
  kinds: EXPERIMENT_KINDS,
  scope: withExperiments,
  since: '0.1.0',
  implements: [],
  title: 'counts and delays of an experiment are not negative',
  rationale: 'The CRD takes any number. The API server refuses a ReplicaSet with a negative number of replicas, so the experiment fails and '
    + 'the release is aborted; with a negative number of seconds the controller computes.',
  bad: replicasExample(-1),
  good: replicasExample(1),
  check(entry, context) {
    const verify = (owner: JsonObject, at: Pointer, keys: readonly string[]): void => {
      for (const key of keys) {
        const value = numberField(owner, key);
        if (value === undefined || value >= 0) continue;
        context.report(pointer(at, key), `${key} is ${value}, and there is no negative count or delay`, {
          received: String(value), expected: '0 or more', fix: `set ${key} to 0 or more, or leave it out for its default`,
        });
      }
    };
    for (const { pointer: at, experiment } of experimentsOf(entry)) {
      verify(experiment, at, ['scaleDownDelaySeconds', 'progressDeadlineSeconds']);
      for (const [index, template] of objectsField(experiment, 'templates')) verify(template, pointer(at, 'templates', index), ['replicas', 'minReadySeconds']);
    }
  },
});
