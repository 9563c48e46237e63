import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { canarySteps } from './canary-steps';
import { exampleCanary, exampleServices, joinDocuments } from './example-rollout';
import { isSet, objectField, objectsField, textField } from './fields';
import { ROLLOUT } from './rollout-strategy';

/** The longest name of a Service. */
const LONGEST = 63;

/** Digits of a pod hash, as a rule. */
const HASH = '0123456789';

/** An experiment with a share of the traffic, whose pods are named so. */
function nameExample(template: string): string {
  return joinDocuments(exampleCanary(`
stableService: web-stable
canaryService: web-canary
trafficRouting:
  smi: {}
steps:
  - experiment:
      duration: 5m
      templates:
        - name: ${template}
          specRef: canary
          weight: 5
`), exampleServices('web-stable', 'web-canary'));
}

/** Finds names that the controller makes and Kubernetes refuses. */
export const derivedNames = defineRule({
  id: 'rollouts/derived-names',
  severity: 'error',
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: [],
  title: 'a Service of an experiment has a name that Kubernetes takes',
  rationale: 'The controller makes a Service for a template of an experiment that has a weight or a service. Its name is made of the '
    + 'names of Rollout and template, the hash of the pods, the revision and the step, and has 63 characters at most. A longer one is '
    + 'refused, and the experiment ends with an error.',
  bad: nameExample('candidate-with-the-new-recommendation-engine-and-cache'),
  good: nameExample('candidate'),
  check(entry, context) {
    for (const at of canarySteps(entry.manifest)) {
      for (const [index, template] of objectsField(objectField(at.step, 'experiment'), 'templates')) {
        const service = objectField(template, 'service');
        if (!isSet(template, 'weight') && !service) continue;
        if (textField(service, 'name') !== '') continue;
        const name = `${entry.id.name}-${HASH}-1-${at.index}-${textField(template, 'name')}`;
        if (name.length <= LONGEST) continue;
        context.report(pointer(at.pointer, 'experiment', 'templates', index, 'name'), `the Service of the template would have a name of ${name.length} characters or more`, {
          received: name.replace(HASH, '<hash>').replace('-1-', '-<revision>-'),
          expected: `${LONGEST} characters at most`,
          fix: 'shorten the name of the template, or give it a service with a name',
        });
      }
    }
  },
});
