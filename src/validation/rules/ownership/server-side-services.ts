import type { ManifestEntry } from '../../../manifests/manifest-set';
import type { WrittenEntry } from '../../../ownership/ignore-difference';
import { defineRule, type RuleContext } from '../../rule';
import { APPLICATION_KINDS, applicationSpec } from '../apps/application-spec';
import { exampleApplication, exampleDelivery } from '../apps/example-application';
import { listed } from '../appsets/generated';
import { exampleBlueGreen, exampleServices, joinDocuments } from '../rollouts/example-rollout';
import { isCovered } from './covered-fields';
import { deliveredBy, objectOf, writtenInto } from './delivered';
import { entriesFor, syncOption } from './ignored-entries';
import { checkApplications } from './of-applications';

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
  kinds: APPLICATION_KINDS,
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
    checkApplications(entry, context, checkApplication);
  },
});

function checkApplication(entry: ManifestEntry, context: RuleContext): void {
  const option = syncOption(entry, 'ServerSideApply=true');
  const delivered = deliveredBy(entry, context.manifests);
  const services = writtenInto(delivered, entry, context.manifests)
    .filter(({ onlyServerSide, merged }) => onlyServerSide && merged !== 'by the client' && (option || merged === 'by the server'));
  if (services.length === 0) return;
  const respected = syncOption(entry, 'RespectIgnoreDifferences=true');
  const isIgnored = (service: WrittenEntry): boolean => {
    const entries = entriesFor(entry, service);
    return entries.length > 0 && isCovered(service, entries, objectOf(service, delivered));
  };
  const lost = services.filter((service) => !(respected && isIgnored(service)));
  if (lost.length === 0) return;
  const names = listed(lost.map(({ name }) => `Service/${name}`));
  const missing = [
    ...(lost.every(isIgnored) ? [] : ['an entry of ignoreDifferences for /spec/selector/rollouts-pod-template-hash']),
    ...(respected ? [] : ['RespectIgnoreDifferences=true']),
  ];
  const spec = applicationSpec(entry);
  const options = spec.at('syncPolicy', 'syncOptions');
  context.report((option ?? (options.exists ? options : spec)).pointer,
    `every apply takes the hash out of the selector of ${names}, which Argo Rollouts has put there`, {
      received: option?.text ?? `${ANNOTATION}: ServerSideApply=true on the Services`,
      expected: missing.join(', and '),
      fix: `add ${missing.length > 1 ? 'both' : 'it'}; beside ignored fields in lists annotate the Services with ${ANNOTATION}: ServerSideApply=false instead`,
    });
}

const ANNOTATION = 'argocd.argoproj.io/sync-options';
