import { ofKind } from '../../../manifests/entry-index';
import { deletePhasesOf } from '../../../manifests/hooks';
import { describe } from '../../../manifests/manifest';
import type { ManifestEntry, ManifestSet } from '../../../manifests/manifest-set';
import type { Pointer } from '../../../manifests/pointer';
import { readSetOnce } from '../../../manifests/read-once';
import { referencesOf } from '../../../manifests/references';
import { Place } from '../../../manifests/references/place';
import { defineRule } from '../../rule';
import { APPLICATION_KINDS } from '../apps/application-spec';
import { deliveredObjects } from '../projects/delivered-objects';
import { objectOptions } from './annotations';
import { rightsOf } from './rights-of-accounts';
import { neededObject } from './secret-makers';

/** Finds hooks after the deletion of an Application that need what is deleted with it. */
export const postDeleteNeeds = defineRule({
  id: 'sync/post-delete-needs',
  severity: 'warning',
  kinds: ['batch/Job', 'Pod'],
  since: '0.1.0',
  implements: [],
  title: 'what a PostDelete hook needs outlives the Application',
  rationale:
    'Where the deletion of an Application takes its objects along, PostDelete hooks run when all of them are gone: the ServiceAccount, the ConfigMap '
    + 'and the namespace among them. The pods of a hook do not start then, and the Application stays until somebody takes its finalizer away. What '
    + 'they need has to be a PostDelete hook too, or be kept with Delete=false.',
  bad: example(''),
  good: example(`
  annotations:
    argocd.argoproj.io/hook: PostDelete
    argocd.argoproj.io/hook-delete-policy: HookSucceeded`),
  check(entry, context) {
    if (!deletePhasesOf(entry.manifest).includes('PostDelete')) return;
    const needs: Array<readonly [Pointer, ManifestEntry]> = [];
    for (const reference of referencesOf(entry)) {
      if (reference.optional) continue;
      const needed = neededObject(context.manifests, entry, reference);
      if (needed) needs.push([reference.pointer, needed]);
      if (reference.role !== 'service account') continue;
      for (const { binding, role } of rightsOf(context.manifests, entry, reference)) {
        needs.push([reference.pointer, binding]);
        if (role) needs.push([reference.pointer, role]);
      }
    }
    const namespace = context.manifests.find(entry.unit, { group: '', kind: 'Namespace', namespace: '', name: entry.id.namespace });
    if (namespace?.unit.id === entry.unit.id) needs.push(['/metadata/namespace', namespace]);
    const gone = needs.filter(([, needed]) => !outlives(needed));
    if (gone.length === 0 || isLeftBehind(entry, context.manifests)) return;
    for (const [at, needed] of gone) {
      const kept = needed.id.kind === 'Namespace' ? 'keep it with Delete=false' : 'make it a PostDelete hook too, or keep it with Delete=false';
      context.report(at, `${describe(needed.id)} is deleted before this hook runs`, { fix: kept });
    }
  },
});

/** Whether all that deliver the object are known, and leave what they have applied. */
function isLeftBehind(entry: ManifestEntry, manifests: ManifestSet): boolean {
  const owners = ownersIn(manifests).get(entry.unit.id) ?? [];
  return owners.length > 0 && owners.every(({ id, manifest }) => {
    const root = Place.root(manifest);
    if (root.at('spec', 'syncPolicy', 'preserveResourcesOnDeletion').value === true) return true;
    return id.kind === 'Application' && !root.at('metadata', 'finalizers').items.some(({ text }) => text.startsWith('resources-finalizer.argocd.argoproj.io'));
  });
}

/** The Applications, and the sets of them, that deliver a unit, by its id. */
const ownersIn = readSetOnce((manifests): ReadonlyMap<string, readonly ManifestEntry[]> => {
  const owners = new Map<string, ManifestEntry[]>();
  for (const application of APPLICATION_KINDS.flatMap((kind) => ofKind(manifests.entries, kind))) {
    for (const unit of new Set(deliveredObjects(application, manifests).map((object) => object.unit.id))) {
      const others = owners.get(unit);
      if (others) others.push(application);
      else owners.set(unit, [application]);
    }
  }
  return owners;
});

function outlives({ manifest }: ManifestEntry): boolean {
  return (deletePhasesOf(manifest).includes('PostDelete') && manifest.kind !== 'Namespace')
    || objectOptions(manifest).includes('Delete=false')
    || manifest.metadata.annotations?.['helm.sh/resource-policy'] === 'keep';
}

function example(hook: string): string {
  return `
apiVersion: v1
kind: ServiceAccount
metadata:
  name: cleaner${hook}
---
apiVersion: batch/v1
kind: Job
metadata:
  name: clean
  annotations:
    argocd.argoproj.io/hook: PostDelete
    argocd.argoproj.io/hook-delete-policy: HookSucceeded
spec:
  backoffLimit: 3
  template:
    spec:
      serviceAccountName: cleaner
      restartPolicy: Never
      containers:
        - name: clean
          image: registry.example.com/clean:1.2.3
`;
}
