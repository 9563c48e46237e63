import type { ManifestSet } from '../../../manifests/manifest-set';
import { readSetOnce } from '../../../manifests/read-once';
import { defineRule } from '../../rule';
import { APPLICATION_KINDS, applicationSpec, isPartial } from './application-spec';
import { argoCdConfig } from './argo-cd-config';
import { EXAMPLE_SOURCE, exampleApplication } from './example-application';

/** Finds sync options that do nothing, as what they are about is missing. */
export const syncOptionEffective = defineRule({
  id: 'apps/sync-option-effective',
  severity: 'warning',
  kinds: APPLICATION_KINDS,
  since: '0.1.0',
  implements: [],
  title: 'sync options that are about ignored fields or server-side applies come with them',
  rationale:
    'RespectIgnoreDifferences=true keeps fields that ignoreDifferences names, and ClientSideApplyMigration=false is read when the API server '
    + 'merges. Without these they do nothing, and what was to be kept is overwritten. Fields that argocd-cm ignores for all Applications, and '
    + 'objects annotated with ServerSideApply=true, count where they are among the manifests.',
  bad: exampleApplication(`${EXAMPLE_SOURCE}
syncPolicy:
  syncOptions:
    - RespectIgnoreDifferences=true`),
  good: exampleApplication(`${EXAMPLE_SOURCE}
syncPolicy:
  syncOptions:
    - RespectIgnoreDifferences=true
ignoreDifferences:
  - group: apps
    kind: Deployment
    jsonPointers:
      - /spec/replicas`),
  check(entry, context) {
    const spec = applicationSpec(entry);
    const options = spec.at('syncPolicy', 'syncOptions').items;
    const respected = options.find(({ text }) => text === 'RespectIgnoreDifferences=true');
    const migration = options.find(({ text }) => text === 'ClientSideApplyMigration=false');
    if ((!respected && !migration) || isPartial(entry)) return;
    if (respected && spec.at('ignoreDifferences').items.length === 0 && !ignoresForAll(context.manifests)) {
      context.report(respected.pointer, 'the Application ignores no differences, so there are none to respect', {
        fix: 'name the fields in ignoreDifferences, take the option out, or acknowledge this if argocd-cm ignores fields for all Applications',
      });
    }
    if (migration && !options.some(({ text }) => text === 'ServerSideApply=true') && !hasServerSideObject(context.manifests)) {
      context.report(migration.pointer, 'the Application applies on the client side, so there is no migration to leave out', {
        fix: 'add ServerSideApply=true, take the option out, or acknowledge this if objects are annotated with ServerSideApply=true',
      });
    }
  },
});

function ignoresForAll(manifests: ManifestSet): boolean {
  return Object.keys(argoCdConfig(manifests) ?? {}).some((key) => /^resource\.customizations(\.ignoreDifferences\..+)?$/.test(key));
}

const hasServerSideObject = readSetOnce(({ entries }): boolean => entries.some(({ manifest }) => {
  const options = manifest.metadata.annotations?.['argocd.argoproj.io/sync-options'];
  return typeof options === 'string' && options.split(',').some((option) => option.trim() === 'ServerSideApply=true');
}));
