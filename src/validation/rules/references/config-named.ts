import { EntryIndex } from '../../../manifests/entry-index';
import type { ManifestEntry, ManifestSet } from '../../../manifests/manifest-set';
import { type Reference, referencesOf, resolve } from '../../../manifests/references';
import { mayMeet } from '../../../manifests/unit';
import { defineRule } from '../../rule';
import { slipOf } from '../../slip';
import { examplePods } from '../pods/example-pods';
import { POD_KINDS } from '../pods/pods-of';
import { joinDocuments } from '../rollouts/example-rollout';
import { madeNames, makersOf } from './made-data';

const SETTINGS = `apiVersion: v1
kind: ConfigMap
metadata:
  name: settings-2841a2346f
data:
  CURRENCY: EUR
`;

/** Finds names of ConfigMaps, Secrets, accounts and claims in pods that miss what is there by a letter. */
export const configNamed = defineRule({
  id: 'references/config-named',
  severity: 'error',
  kinds: POD_KINDS,
  since: '0.1.0',
  implements: [],
  title: 'the ConfigMaps, Secrets, accounts and volume claims of pods are named to the letter',
  rationale: 'Pods that need a ConfigMap or a Secret which does not exist wait for it and never start, pods of another account are not made, and the release '
    + 'waits until its progress deadline. These objects are often made elsewhere, so a missing one is only told where one of nearly that name is there. '
    + 'A ConfigMap with the hash of its content in its name has another name with each content.',
  bad: joinDocuments(reading('settings'), SETTINGS),
  good: joinDocuments(reading('settings-2841a2346f'), SETTINGS),
  needsCompleteSet: true,
  check(entry, context) {
    for (const reference of referencesOf(entry)) {
      const meant = reference.elsewhere && reference.group === '' ? nearlyNamed(reference, entry, context.manifests) : undefined;
      if (meant === undefined) continue;
      context.report(reference.pointer, `there is no ${reference.kind} ${reference.name} in namespace ${reference.namespace}, but ${meant} is there`, {
        received: `${reference.name} as ${reference.role}`,
        expected: meant,
        fix: `did you mean ${meant}? otherwise acknowledge this when somebody else makes ${reference.name}`,
      });
    }
  },
});

/** The name of what is there but for a letter, where what pods name is not. */
export function nearlyNamed(reference: Reference, entry: ManifestEntry, manifests: ManifestSet): string | undefined {
  return isThere(reference, entry, manifests) ? undefined : slipOf(reference.name, namesLike(reference, entry, manifests));
}

function isThere(reference: Reference, entry: ManifestEntry, manifests: ManifestSet): boolean {
  if (reference.kind === 'ServiceAccount' && reference.name === 'default') return true;
  if (reference.kind === 'Secret' && makersOf('Secret', reference.namespace, reference.name, entry, manifests).length > 0) return true;
  return resolve(manifests, entry, reference) !== undefined;
}

function namesLike({ kind, namespace }: Reference, entry: ManifestEntry, manifests: ManifestSet): string[] {
  if (kind === 'ConfigMap' || kind === 'Secret') return madeNames(kind, namespace, entry, manifests);
  return OTHERS.find(manifests.entries, `${kind} ${namespace}`).filter(({ unit }) => mayMeet(unit, entry.unit)).map(({ id }) => id.name);
}

const OTHERS = new EntryIndex(({ id: { group, kind, namespace } }) =>
  (group === '' && (kind === 'ServiceAccount' || kind === 'PersistentVolumeClaim') ? [`${kind} ${namespace}`] : []));

function reading(name: string): string {
  return examplePods({ container: `envFrom:\n  - configMapRef:\n      name: ${name}` });
}
