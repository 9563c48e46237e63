import { describe } from '../../../manifests/manifest';
import { referencesOf, resolve } from '../../../manifests/references';
import { madeAt } from '../../made-at';
import { defineRule } from '../../rule';
import { exampleBlueGreen, exampleServices, joinDocuments } from '../rollouts/example-rollout';
import { textField } from '../rollouts/fields';
import { ROLLOUT, specOf } from '../rollouts/rollout-strategy';

const WEB = exampleBlueGreen('activeService: web');
const ALIAS = exampleServices('web').replace('spec:\n', 'spec:\n  type: ExternalName\n  externalName: web.example.com\n');

/** Finds Services that a Rollout cannot switch, because they are another name for a host. */
export const switchedByRollout = defineRule({
  id: 'services/switched-by-rollout',
  severity: 'error',
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: [],
  title: 'a Service that a Rollout names leads to pods',
  rationale: 'The controller switches a Service by its selector. One of type ExternalName has no pods: the name is answered with that of another '
    + 'host, whatever the selector says, so the release changes nothing for its callers.',
  bad: joinDocuments(WEB, ALIAS),
  good: joinDocuments(WEB, exampleServices('web')),
  check(entry, context) {
    for (const reference of referencesOf(entry)) {
      if (reference.kind !== 'Service' || reference.group !== '') continue;
      const service = resolve(context.manifests, entry, reference);
      if (!service || service === 'external' || textField(specOf(service.entry.manifest), 'type') !== 'ExternalName') continue;
      context.report(reference.pointer, `${describe(service.entry.id)} is another name for ${textField(specOf(service.entry.manifest), 'externalName') || 'a host'}${madeAt(service.entry, entry)}`, {
        received: 'type: ExternalName', expected: 'a Service that selects the pods of the rollout', fix: 'leave type and externalName out, or name another Service',
      });
    }
  },
});
