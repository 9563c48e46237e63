import type { ManifestEntry } from '../../../manifests/manifest-set';
import { Place } from '../../../manifests/references/place';
import { appliedName } from '../../../manifests/unit';
import { defineRule, type RuleContext } from '../../rule';
import { groupsMeant } from '../../schema/kind-spelling';
import { APPLICATION_KINDS, applicationSpec, literalOf } from '../apps/application-spec';
import { exampleApplication, exampleDelivery } from '../apps/example-application';
import { exampleRollout, joinDocuments } from '../rollouts/example-rollout';
import { deliveredBy } from './delivered';
import { checkApplications } from './of-applications';

function application(group: string, kind: string): string {
  return exampleApplication(`${exampleDelivery('apps/web')}
ignoreDifferences:
  - group: ${group}
    kind: ${kind}
    jsonPointers:
      - /spec/replicas`);
}

/** Finds ignored differences of objects that the Application does not have. */
export const ignoredKindDelivered = defineRule({
  id: 'ownership/ignored-kind-delivered',
  severity: 'warning',
  kinds: APPLICATION_KINDS,
  since: '0.1.0',
  implements: ['E41'],
  title: 'an ignored difference is about an object that the Application delivers',
  rationale:
    'Argo CD compares only what it delivers, so an entry for any other object does nothing. Most often the workload was a Deployment '
    + 'once and is a Rollout now: the replicas that the autoscaler writes are set back after all.',
  bad: joinDocuments(exampleRollout(), application('apps', 'Deployment')),
  good: joinDocuments(exampleRollout(), application('argoproj.io', 'Rollout')),
  check(entry, context) {
    checkApplications(entry, context, checkApplication, 'in all');
  },
});

function checkApplication(entry: ManifestEntry, context: RuleContext): void {
  const entries = applicationSpec(entry).at('ignoreDifferences').items;
  if (entries.length === 0) return;
  const { objects, complete } = deliveredBy(entry, context.manifests);
  if (objects.length === 0) return;
  for (const ignored of entries) {
    const [group, kind] = [literalOf(ignored.at('group')), literalOf(ignored.at('kind'))];
    if (kind === '' || /[*?[{]/.test(group + kind) || ignored.at('group').text !== group) continue;
    // What no object can be is told so without a look at what is delivered.
    if (groupsMeant(group, kind, context.targets).length > 0) continue;
    if (objects.some((object) => object.id.kind === kind && object.id.group === group && isAbout(ignored, object))) continue;
    const rollout = kind === 'Deployment' && group === 'apps' ? objects.find(isOwnRollout) : undefined;
    if (!complete && !rollout) continue;
    const meant = rollout ?? objects.find((object) => object.id.kind === kind && object.id.group !== group);
    context.report(ignored.at('kind').pointer, `nothing that the Application delivers is a ${kind}${ofName(ignored)} of ${group || 'the core group'}`, {
      received: `${group ? `${group}/` : ''}${kind}`,
      ...(meant && { expected: `${meant.id.group ? `${meant.id.group}/` : ''}${meant.id.kind}, as ${meant.id.name} is one` }),
      fix: meant ? fixOf(meant) : 'remove the entry, or name the object that was meant',
    });
  }
}

function isAbout(ignored: Place, { id, unit }: ManifestEntry): boolean {
  const { namespace } = id;
  const name = appliedName(unit, id);
  const [wantedName, wantedNamespace] = [ignored.at('name').text, ignored.at('namespace').text];
  return (wantedName === '' || wantedName.includes('{{') || wantedName === name)
    && (wantedNamespace === '' || wantedNamespace.includes('{{') || namespace === '' || wantedNamespace === namespace);
}

function fixOf({ id: { group, kind } }: ManifestEntry): string {
  return `${group === '' ? 'leave group out' : `write group: ${group}`} and kind: ${kind}`;
}

function ofName(ignored: Place): string {
  const [name, namespace] = [ignored.at('name').text, ignored.at('namespace').text];
  return [name === '' ? '' : ` named ${name}`, namespace === '' ? '' : ` in ${namespace}`].join('');
}

/** A Rollout that has its pods from itself, so that there is no Deployment. */
function isOwnRollout({ id, manifest }: ManifestEntry): boolean {
  return id.kind === 'Rollout' && id.group === 'argoproj.io' && !Place.root(manifest).at('spec', 'workloadRef').exists;
}
