import { ofKind } from '../../../manifests/entry-index';
import type { ManifestEntry } from '../../../manifests/manifest-set';
import { readSetOnce } from '../../../manifests/read-once';
import { defineRule } from '../../rule';
import { slipOf } from '../../slip';
import { argoCdParameter } from '../appsets/parameters-of-argo-cd';
import { registrationOf, SECRET_KINDS, SECRET_TYPE } from '../fleet/registrations';
import { EXAMPLE_SOURCE, exampleApplication } from './example-application';

/** What Argo CD reads in its own namespace, and, of Applications and ApplicationSets, in others that are listed. */
const KINDS = ['argoproj.io/Application', 'argoproj.io/ApplicationSet', 'argoproj.io/AppProject', 'ConfigMap', ...SECRET_KINDS];

/** What people call it. */
const USUAL = ['argo-cd', 'argocd'];

/** Finds what is meant for Argo CD and stands in nearly its namespace. */
export const argoCdNamespace = defineRule({
  id: 'apps/argo-cd-namespace',
  severity: 'error',
  kinds: KINDS,
  since: '0.1.0',
  implements: [],
  title: 'what Argo CD reads stands in its namespace',
  rationale:
    'Argo CD reads projects, settings, clusters and repositories in its own namespace alone, and Applications in others only where they are '
    + 'listed. In a namespace whose name differs by one letter nobody looks at them, and nobody says so.',
  bad: exampleApplication(EXAMPLE_SOURCE, { namespace: 'argocdd' }),
  good: exampleApplication(EXAMPLE_SOURCE, { namespace: 'argocd' }),
  check(entry, context) {
    const { namespace } = entry.id;
    if (namespace === '' || USUAL.includes(namespace) || !isForArgoCd(entry)) return;
    const { manifests } = context;
    const inUse = namespacesOf(manifests);
    // Where more stands in this namespace, it may be that of another Argo CD.
    const isAlone = inUse.get(namespace)?.length === 1;
    const homes = isAlone ? [...inUse].filter(([, own]) => own.some(isInItsOwnNamespace)).map(([name]) => name) : [];
    const meant = slipOf(namespace, ['argocd', ...homes].filter((name) => name !== namespace));
    if (meant === undefined || ofKind(manifests.entries, 'Namespace').some(({ id }) => id.name === namespace)) return;
    // Where namespaces are listed, other rules say which are not.
    if ((argoCdParameter(entry, 'application.namespaces', manifests) ?? '') !== '') return;
    if (manifests.isExternal(entry.unit, { group: '', kind: 'Namespace', namespace: '', name: namespace })) return;
    context.report('/metadata/namespace', `Argo CD is in ${meant}, as it seems, and does not look into ${namespace}`, {
      received: namespace, expected: meant, misses: true,
      fix: `did you mean ${meant}? if Argo CD is in ${namespace}, acknowledge this, or declare the Namespace`,
    });
  },
});

const namespacesOf = readSetOnce(({ entries }): ReadonlyMap<string, readonly ManifestEntry[]> => {
  const found = new Map<string, ManifestEntry[]>();
  for (const entry of KINDS.flatMap((kind) => ofKind(entries, kind)).filter(isForArgoCd)) {
    const { namespace } = entry.id;
    const there = found.get(namespace);
    if (there) there.push(entry);
    else found.set(namespace, [entry]);
  }
  return found;
});

function isForArgoCd(entry: ManifestEntry): boolean {
  const { group, kind, name } = entry.id;
  if (group === 'argoproj.io') return true;
  return kind === 'ConfigMap' ? /^argocd-(.*-cm|cm|image-updater-config)$/.test(name) : registrationOf(entry).labels.at(SECRET_TYPE).exists;
}

function isInItsOwnNamespace({ id }: ManifestEntry): boolean {
  return id.kind !== 'Application' && id.kind !== 'ApplicationSet';
}
