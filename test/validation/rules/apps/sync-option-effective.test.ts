import { dump } from 'js-yaml';
import type { JsonObject } from '../../../../src/manifests/json';
import { syncOptionEffective } from '../../../../src/validation/rules/apps/sync-option-effective';
import { application, applicationSet, configMap, findingsOf } from '../findings-of';

const withOptions = (syncOptions: string[], spec: JsonObject = {}): string => application({ syncPolicy: { syncOptions }, ...spec });
const messages = (...documents: readonly string[]): string[] => findingsOf(syncOptionEffective, documents.join('---\n')).map(({ message }) => message);
const RESPECT = withOptions(['RespectIgnoreDifferences=true']);
const MIGRATION = withOptions(['ClientSideApplyMigration=false']);
const NOTHING_TO_RESPECT = 'the Application ignores no differences, so there are none to respect';
const NO_MIGRATION = 'the Application applies on the client side, so there is no migration to leave out';

test.each<[string, string[], string[]]>([
  ['nothing is ignored', [RESPECT], [NOTHING_TO_RESPECT]],
  ['the list of what is ignored is empty', [withOptions(['RespectIgnoreDifferences=true'], { ignoreDifferences: [] })], [NOTHING_TO_RESPECT]],
  ['a set ignores nothing', [applicationSet(RESPECT)], [NOTHING_TO_RESPECT]],
  ['the client applies', [MIGRATION], [NO_MIGRATION]],
  ['neither has what it is about', [withOptions(['ClientSideApplyMigration=false', 'RespectIgnoreDifferences=true'])], [NO_MIGRATION, NOTHING_TO_RESPECT]],
])('found: %s', (_, documents, expected) => {
  expect(messages(...documents)).toEqual(expected);
});

test.each<[string, string[]]>([
  ['the API server merges', [withOptions(['ServerSideApply=true', 'ClientSideApplyMigration=false'])]],
  ['an object asks the API server to merge', [MIGRATION, configMap({ annotations: { 'argocd.argoproj.io/sync-options': 'Prune=false, ServerSideApply=true' } })]],
  ['argocd-cm ignores fields for all', [RESPECT, dump({
    apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'argocd-cm', namespace: 'argocd' },
    data: { 'resource.customizations.ignoreDifferences.apps_Deployment': 'jsonPointers:\n- /spec/replicas\n' },
  })]],
  ['a patch may add what is ignored', [applicationSet(RESPECT, { templatePatch: 'spec: {}' })]],
])('not found: %s', (_, documents) => {
  expect(messages(...documents)).toEqual([]);
});
