import type { ManifestEntry } from '../../../manifests/manifest-set';
import { leadsThroughList, type WrittenEntry } from '../../../ownership/ignore-difference';
import { defineRule, type RuleContext } from '../../rule';
import { APPLICATION_KINDS, applicationSpec } from '../apps/application-spec';
import { exampleApplication, exampleDelivery } from '../apps/example-application';
import { rollingSyncSteps } from '../appsets/rolling-sync';
import { exampleCanary, joinDocuments } from '../rollouts/example-rollout';
import { isCovered } from './covered-fields';
import { deliveredBy, objectOf, writtenInto } from './delivered';
import { entriesFor, isIgnoredForAll } from './ignored-entries';
import { checkApplications } from './of-applications';

const ROLLOUT = exampleCanary(`canaryService: web-canary
stableService: web-stable
trafficRouting:
  istio:
    virtualService:
      name: web
      routes:
        - primary
steps:
  - setWeight: 20
  - pause:
      duration: 5m`);

function application(ignored: string): string {
  return exampleApplication(`${exampleDelivery('apps/web')}
syncPolicy:
  automated:
    selfHeal: true
  syncOptions:
    - ApplyOutOfSyncOnly=true
ignoreDifferences:
${ignored}`);
}

/** Finds Applications that set back what controllers write. */
export const controllerFieldsIgnored = defineRule({
  id: 'ownership/controller-fields-ignored',
  severity: 'warning',
  kinds: APPLICATION_KINDS,
  since: '0.1.0',
  implements: ['E41'],
  title: 'an Application that heals itself ignores what controllers write into its objects',
  rationale:
    'Weights that a step sets, or replicas that an autoscaler sets, are a difference to Git. With self-heal Argo CD sets them back at once, '
    + 'the controller writes them again, and traffic jumps to and fro in the middle of a release. An entry has to name the fields themselves, or '
    + 'what they are in. An Application that is made in the program that writes its folder ignores them by itself.',
  bad: joinDocuments(ROLLOUT, application(`  - group: apps
    kind: Deployment
    jsonPointers:
      - /spec/replicas`)),
  good: joinDocuments(ROLLOUT, application(`  - group: networking.istio.io
    kind: VirtualService
    name: web
    jqPathExpressions:
      - .spec.http[]?.route[]?.weight`)),
  check(entry, context) {
    // Steps switch automatic syncs off.
    if (rollingSyncSteps(entry).length > 0) return;
    checkApplications(entry, context, checkApplication);
  },
});

function checkApplication(entry: ManifestEntry, context: RuleContext): void {
  const spec = applicationSpec(entry);
  const automated = spec.at('syncPolicy', 'automated');
  if (automated.at('selfHeal').value !== true || automated.at('enabled').value === false) return;
  const delivered = deliveredBy(entry, context.manifests);
  const missing = writtenInto(delivered, entry, context.manifests).filter((written) => !written.onlyServerSide
    && !isCovered(written, entriesFor(entry, written), objectOf(written, delivered)) && !isIgnoredForAll(written, context.manifests));
  for (const [label, fields] of byObject(missing)) {
    const [{ group = '', kind, owner: { controller, reason } }] = fields;
    const paths = [...new Set(fields.flatMap(({ jqPathExpressions }) => jqPathExpressions))];
    const [own] = entriesFor(entry, fields[0]);
    const ignored = own ?? spec.at('ignoreDifferences');
    const what = own ? 'and the entries for it ignore other fields' : 'and nothing of it is ignored';
    context.report(ignored.exists ? ignored.pointer : spec.pointer, `${controller} writes into ${label}, ${what}: ${reason}`, {
      expected: paths.join(', '),
      fix: `${own ? 'add the paths to jqPathExpressions' : `add an entry for kind ${kind} of the group ${group || '""'}`}${paths.some(leadsThroughList)
        ? ', without RespectIgnoreDifferences, which would keep whole lists' : ''}`,
    });
  }
}

function byObject(written: readonly WrittenEntry[]): ReadonlyMap<string, readonly [WrittenEntry, ...WrittenEntry[]]> {
  const found = new Map<string, [WrittenEntry, ...WrittenEntry[]]>();
  for (const fields of written) {
    const label = `${fields.kind}/${fields.name}`;
    const known = found.get(label);
    if (known) known.push(fields);
    else found.set(label, [fields]);
  }
  return found;
}
