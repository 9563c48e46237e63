import { isJsonObject } from '../../../manifests/json';
import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { nearest, spelling } from '../../schema/similar-name';
import { annotated } from '../scopes';
import { PREFIX } from './annotations';

/** What Argo CD 3.5 reads or writes. */
const KNOWN: ReadonlySet<string> = new Set([
  'application-set-refresh', 'client-side-apply-migration-manager', 'compare-options', 'deletion-approved', 'hook', 'hook-delete-policy', 'hydrate',
  'ignore-default-links', 'ignore-healthcheck', 'ignore-resource-updates', 'installation-id', 'managed-by-url', 'manifest-generate-paths', 'refresh',
  'skip-reconcile', 'sync-options', 'sync-wave', 'tracking-id',
]);

/** What people write instead. */
const CURES: ReadonlyMap<string, string> = new Map([
  ['hook-sync-wave', 'write sync-wave: hooks are ordered by the same annotation as other objects'],
  ['hook-weight', 'write sync-wave: hooks are ordered by the same annotation as other objects'],
  ['sync-phase', 'write hook'],
  ['health-check', 'write ignore-healthcheck, or a health check for the kind in argocd-cm'],
  ['ignore-differences', 'write spec.ignoreDifferences of the Application: there is no annotation for it'],
]);

/** Finds annotations in the name of Argo CD that it does not read. */
export const knownAnnotation = defineRule({
  id: 'sync/known-annotation',
  severity: 'error',
  kinds: ['*'],
  scope: annotated,
  since: '0.1.0',
  implements: [],
  title: 'annotations of Argo CD are ones that it reads',
  rationale:
    'Argo CD ignores an annotation that it does not know, whatever it is called. An invented hook-sync-wave orders nothing, and '
    + 'the sync looks right until the order matters.',
  bad: `
apiVersion: v1
kind: ConfigMap
metadata:
  name: before
  annotations:
    argocd.argoproj.io/hook: PreSync
    argocd.argoproj.io/hook-sync-wave: '1'
data:
  colour: blue
`,
  good: `
apiVersion: v1
kind: ConfigMap
metadata:
  name: before
  annotations:
    argocd.argoproj.io/hook: PreSync
    argocd.argoproj.io/sync-wave: '1'
data:
  colour: blue
`,
  check(entry, context) {
    const annotations: unknown = entry.manifest.metadata.annotations;
    if (!isJsonObject(annotations)) return;
    for (const key of Object.keys(annotations)) {
      if (!key.startsWith(PREFIX)) continue;
      const name = key.slice(PREFIX.length);
      if (KNOWN.has(name)) continue;
      const meant = nearest(name, KNOWN);
      const at = pointer('/metadata/annotations', key);
      context.report(at, `Argo CD knows no annotation ${key} and ignores it`, {
        fix: CURES.get(name) ?? (meant ? `did you mean ${meant}?` : 'remove it, or use a prefix of your own'),
        ...(meant !== undefined && spelling(name, meant) === 1 ? { edit: { op: 'rename' as const, pointer: at, value: PREFIX + meant } } : {}),
      });
    }
  },
});
