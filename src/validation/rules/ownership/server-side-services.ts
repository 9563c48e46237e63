import type { ManifestEntry } from '../../../manifests/manifest-set';
import { appliedName } from '../../../manifests/unit';
import { defineRule } from '../../rule';
import { exampleApplication, exampleDelivery } from '../apps/example-application';
import { exampleBlueGreen, exampleServices, joinDocuments } from '../rollouts/example-rollout';
import { commaList } from '../sync/annotations';
import { deliveredBy, writtenInto } from './delivered';
import { entriesFor, syncOption } from './ignored-entries';

const WEB = exampleBlueGreen(`activeService: web
autoPromotionEnabled: false`);

function application(more: string): string {
  return exampleApplication(`${exampleDelivery('apps/web')}
syncPolicy:
  syncOptions:
    - ServerSideApply=true
${more}`);
}

/** Finds Services of rollouts whose selectors a server-side apply resets. */
export const serverSideServices = defineRule({
  id: 'ownership/server-side-services',
  severity: 'warning',
  kinds: ['argoproj.io/Application'],
  since: '0.1.0',
  implements: ['E42'],
  title: 'a server-side apply keeps the hash in the selectors of a rollout\'s Services',
  rationale:
    'The selector of a Service is one value to the API server, so each server-side apply takes out the hash that Argo Rollouts has put in, until the '
    + 'controller puts it back: requests go to pods of both versions. A blue-green rollout takes a missing hash for a sign to go on, and skips '
    + 'its pause and its analysis.',
  bad: joinDocuments(WEB, exampleServices('web'), application('')),
  good: joinDocuments(WEB, exampleServices('web'), application(`    - RespectIgnoreDifferences=true
ignoreDifferences:
  - kind: Service
    name: web
    jsonPointers:
      - /spec/selector/rollouts-pod-template-hash`)),
  check(entry, context) {
    const option = syncOption(entry, 'ServerSideApply=true');
    if (!option) return;
    const services = writtenInto(entry, context.manifests).filter(({ onlyServerSide }) => onlyServerSide);
    if (services.length === 0) return;
    const respected = syncOption(entry, 'RespectIgnoreDifferences=true') !== undefined;
    const { objects } = deliveredBy(entry, context.manifests);
    const lost = services.filter((service) =>
      !(respected && entriesFor(entry, service).length > 0) && !objects.some(({ id, manifest, unit }) =>
        id.kind === 'Service' && appliedName(unit, id) === service.name && appliesOnClient(manifest)));
    if (lost.length === 0) return;
    const names = [...new Set(lost.map(({ name }) => name))].sort();
    context.report(option.pointer, `every apply takes the hash out of the selector of ${names.map((name) => `Service/${name}`).join(', ')}, which Argo Rollouts has put there`, {
      received: option.text,
      expected: 'an entry of ignoreDifferences for /spec/selector/rollouts-pod-template-hash, and RespectIgnoreDifferences=true',
      fix: 'add both; beside ignored fields in lists annotate the Services with argocd.argoproj.io/sync-options: ServerSideApply=false instead',
    });
  },
});

function appliesOnClient({ metadata }: ManifestEntry['manifest']): boolean {
  const options = metadata.annotations?.['argocd.argoproj.io/sync-options'];
  return typeof options === 'string' && commaList(options).includes('ServerSideApply=false');
}
