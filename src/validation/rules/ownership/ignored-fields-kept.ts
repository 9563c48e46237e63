import type { ManifestEntry } from '../../../manifests/manifest-set';
import { leadsThroughList, type WrittenEntry } from '../../../ownership/ignore-difference';
import { defineRule, type RuleContext } from '../../rule';
import { APPLICATION_KINDS, applicationSpec } from '../apps/application-spec';
import { exampleApplication, exampleDelivery } from '../apps/example-application';
import { listed } from '../appsets/generated';
import { exampleCanary, joinDocuments } from '../rollouts/example-rollout';
import { isCovered, isInGit } from './covered-fields';
import { type Delivered, deliveredBy, objectOf, writtenInto } from './delivered';
import { entriesFor, syncOption } from './ignored-entries';
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

function application(syncPolicy: string): string {
  return exampleApplication(`${exampleDelivery('apps/web')}
${syncPolicy}
ignoreDifferences:
  - group: networking.istio.io
    kind: VirtualService
    name: web
    jqPathExpressions:
      - .spec.http[]?.route[]?.weight`);
}

/** Finds ignored fields of controllers that each sync sets back all the same. */
export const ignoredFieldsKept = defineRule({
  id: 'ownership/ignored-fields-kept',
  severity: 'warning',
  kinds: APPLICATION_KINDS,
  since: '0.1.0',
  implements: ['E41'],
  title: 'a sync leaves alone what is ignored because a controller writes it',
  rationale:
    'Ignored fields are left out when Argo CD compares. A sync applies every object of the Application nevertheless, with the weights or the replicas '
    + 'that Git says, whatever the commit was about: in the middle of a release all requests go back to the stable version until the '
    + 'controller has seen it. ApplyOutOfSyncOnly=true leaves alone what does not differ.',
  bad: joinDocuments(ROLLOUT, application('')),
  good: joinDocuments(ROLLOUT, application(`syncPolicy:
  syncOptions:
    - ApplyOutOfSyncOnly=true`)),
  check(entry, context) {
    checkApplications(entry, context, checkApplication);
  },
});

function checkApplication(entry: ManifestEntry, context: RuleContext): void {
  const spec = applicationSpec(entry);
  if (spec.at('ignoreDifferences').items.length === 0) return;
  if (['ApplyOutOfSyncOnly=true', 'RespectIgnoreDifferences=true'].some((option) => syncOption(entry, option))) return;
  const delivered = deliveredBy(entry, context.manifests);
  const reset = writtenInto(delivered, entry, context.manifests).filter((written) => !written.onlyServerSide && isReset(written, delivered)
    && entriesFor(entry, written).length > 0 && isCovered(written, entriesFor(entry, written), objectOf(written, delivered)));
  const [first] = reset;
  if (!first) return;
  const options = spec.at('syncPolicy', 'syncOptions');
  const place = options.exists ? options : entriesFor(entry, first)[0]!;
  const inLists = reset.some(({ jqPathExpressions }) => jqPathExpressions.some(leadsThroughList));
  const names = listed(reset.map(({ kind, name }) => `${kind}/${name}`));
  context.report(place.pointer, `each sync applies ${names} whether it differs or not, and sets back the ignored fields that ${first.owner.controller} writes`, {
    expected: inLists ? 'the sync option ApplyOutOfSyncOnly=true' : 'the sync options ApplyOutOfSyncOnly=true and RespectIgnoreDifferences=true',
    fix: `add ${inLists ? 'it' : 'them'} to syncPolicy.syncOptions`,
  });
}

/** Whether an apply sets the fields to what Git says. One that Git does not have is lost only with the list that it is in. */
function isReset(written: WrittenEntry, delivered: Delivered): boolean {
  const object = objectOf(written, delivered);
  return !object || written.jqPathExpressions.some((path) => leadsThroughList(path) || isInGit(object, path));
}
