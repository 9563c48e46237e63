import { describe } from '../../../manifests/manifest';
import type { ManifestEntry } from '../../../manifests/manifest-set';
import { type Reference, referencesOf } from '../../../manifests/references';
import { FirstInUnit } from '../../first-in-unit';
import { madeAt } from '../../made-at';
import { defineRule } from '../../rule';
import { exampleBlueGreen, exampleServices, joinDocuments } from '../rollouts/example-rollout';
import { ROLLOUT } from '../rollouts/rollout-strategy';

const WEB = exampleBlueGreen('activeService: web');

/** A second Rollout, of pods that the Services of the first one select too. */
function worker(activeService: string): string {
  return exampleBlueGreen(`activeService: ${activeService}`)
    .replace('name: web\n', 'name: worker\n')
    .replace(/( +)app: web/g, '$1app: web\n$1tier: worker');
}

/** Finds Services that two Rollouts would switch. */
export const oneRolloutAService = defineRule({
  id: 'references/one-rollout-a-service',
  severity: 'error',
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: ['TR-05'],
  title: 'a Service belongs to one Rollout',
  rationale: 'The controller writes the pod hash of a version into the selector of the Service, and the name of the Rollout into an '
    + 'annotation of it. A second Rollout that names the Service finds it taken and is InvalidSpec.',
  bad: joinDocuments(WEB, worker('web'), exampleServices('web')),
  good: joinDocuments(WEB, worker('worker'), exampleServices('web', 'worker')),
  check(entry, context) {
    for (const reference of switchedServices(entry)) {
      const owner = OWNERS.before(entry, claimOf(reference), context.manifests);
      if (!owner) continue;
      context.report(reference.pointer, `Service ${reference.name} belongs to ${describe(owner.id)} already${madeAt(owner, entry)}`, {
        rival: owner,
        received: `${reference.name} as ${reference.role}`,
        expected: 'a Service that no other rollout names',
        fix: 'make a Service for this rollout',
      });
    }
  },
});

const OWNERS = new FirstInUnit((entry) => switchedServices(entry).map(claimOf));

/** The Services whose selector the controller writes; several Rollouts may stand behind one root service. */
function switchedServices(entry: ManifestEntry): Reference[] {
  if (entry.id.group !== 'argoproj.io' || entry.id.kind !== 'Rollout') return [];
  return referencesOf(entry).filter(({ group, kind, role }) => group === '' && kind === 'Service' && role !== 'root service');
}

function claimOf({ namespace, name }: Reference): string {
  return `${namespace}/${name}`;
}
