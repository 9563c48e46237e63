import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { exampleServices, joinDocuments } from '../rollouts/example-rollout';
import { exampleDestinationRule } from '../traffic/example-subsets';
import { DESTINATION_RULE, GATEWAY, VIRTUAL_SERVICE } from './destinations';

/** What Istio notes on objects that it makes itself, and what only an AuthorizationPolicy may have. */
const REFUSED = ['internal.istio.io/parents', 'internal.istio.io/parent-namespace', 'internal.istio.io/webhook-always-reject', 'istio.io/dry-run'];

const SERVICE = exampleServices('web');

function annotated(key: string): string {
  return joinDocuments(SERVICE, exampleDestinationRule('stable').replace('name: web\n', `name: web\n  annotations:\n    ${key}: "true"\n`));
}

/** Finds annotations that Istio keeps for itself. */
export const istioOwnAnnotations = defineRule({
  id: 'istio/own-annotations',
  severity: 'error',
  kinds: [VIRTUAL_SERVICE, DESTINATION_RULE, GATEWAY],
  since: '0.1.0',
  implements: ['IS-009'],
  title: 'objects of Istio have no annotation that Istio keeps for itself',
  rationale: 'Istio refuses annotations that stand for objects it has made itself, as they would widen what an object may do, and a dry '
    + 'run of anything but an AuthorizationPolicy.',
  bad: annotated('istio.io/dry-run'),
  good: annotated('example.com/dry-run'),
  check(entry, context) {
    for (const key of REFUSED) {
      if (!Object.hasOwn(entry.manifest.metadata.annotations ?? {}, key)) continue;
      context.report(pointer('/metadata/annotations', key), `${entry.id.kind} has the annotation ${key}, which Istio refuses`, {
        received: key, expected: 'no such annotation', fix: 'remove it',
      });
    }
  },
});
