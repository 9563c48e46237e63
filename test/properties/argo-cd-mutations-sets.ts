import { onGenerator, onSet, type ProgramMutation } from './argo-cd-edits';

const steps = (spec: any): unknown => spec.strategy?.rollingSync;
const overClusters = ({ generators: [first] }: any): unknown => first.clusters && !first.clusters.flatList;

/** What people write into ApplicationSets. */
export const SET_MUTATIONS: readonly ProgramMutation[] = [
  { name: 'a set without template', rule: 'schema/required', edit: onSet((spec) => { delete spec.template; }) },
  { name: 'a policy of sets that does not exist', rule: 'schema/enum', edit: onSet((spec) => { spec.syncPolicy = { applicationsSync: 'create' }; }) },
  { name: 'a generator that does not exist', rule: 'schema/unknown-field', edit: onSet(({ generators }) => { generators[0] = { cluster: {} }; }) },
  { name: 'a generator of nothing', rule: 'appsets/generator-type', edit: onSet(({ generators }) => { generators[0] = {}; }) },
  { name: 'the older templates', rule: 'appsets/go-template', edit: onSet((spec) => {
    spec.goTemplate = false;
    delete spec.goTemplateOptions;
    spec.template.metadata.name = 'web-{{name}}';
  }, overClusters) },
  { name: 'an option of templates that does not exist', rule: 'appsets/template-options', edit: onSet((spec) => { spec.goTemplateOptions = ['missingkey=fail']; }) },
  { name: 'a parameter with a typing error', rule: 'appsets/parameter-provided', edit: onSet(({ template }) => { template.metadata.name = 'web-{{ .nameNormalised }}'; }, overClusters) },
  { name: 'a parameter of another generator', rule: 'appsets/parameter-provided', edit: onSet(({ template }) => { template.metadata.name = 'web-{{ .path.basename }}'; }, overClusters) },
  { name: 'a template that is not closed', rule: 'appsets/template-parses', edit: onSet(({ template }) => { template.metadata.name = 'web-{{ .name'; }) },
  { name: 'a function that does not exist', rule: 'appsets/template-parses', edit: onSet(({ template }) => { template.metadata.name = 'web-{{ kebab .name }}'; }) },
  { name: 'one name for all', rule: 'appsets/unique-names', edit: onSet(({ template }) => { template.metadata.name = 'web'; }, ({ generators: [first] }) => first.list) },
  { name: 'Applications with capitals', rule: 'appsets/names-valid', edit: onSet(({ template }) => { template.metadata.name = 'Web_{{ .env }}'; }, ({ generators: [first] }) => first.list) },
  { name: 'names as they are registered', rule: 'appsets/name-normalized', needs: 'no-fleet', edit: onSet(({ template }) => { template.metadata.name = 'web-{{ .name }}'; }, overClusters) },
  { name: 'a matrix of one', rule: 'appsets/generator-children', edit: onGenerator('matrix', ({ generators }) => { generators.pop(); }) },
  { name: 'a matrix of three', rule: 'appsets/generator-children', edit: onGenerator('matrix', ({ generators }) => { generators.push({ list: { elements: [{ a: 'b' }] } }); }) },
  { name: 'a merge of one', rule: 'appsets/generator-children', edit: onGenerator('merge', ({ generators }) => { generators.pop(); }) },
  { name: 'a merge without keys', rule: 'appsets/merge-keys', edit: onGenerator('merge', (merge) => { merge.mergeKeys = []; }) },
  { name: 'two generators in one child', rule: 'appsets/generator-type', edit: onGenerator('matrix', ({ generators }) => { generators[0].list = { elements: [{ a: 'b' }] }; }) },
  { name: 'a number too large to read', rule: 'appsets/large-number', edit: onGenerator('list', ({ elements }, objects) => {
    elements[0].account = 123456789012;
    elements[1].account = 123456789013;
    const { spec }: any = objects.find(({ kind, spec: own }: any) => kind === 'ApplicationSet' && own.generators[0].list);
    spec.template.metadata.annotations = { 'example.com/account': '{{ .account }}' };
  }) },
  { name: 'folders and files', rule: 'appsets/git-generator', edit: onGenerator('git', (git) => { delete git.directories; }, ({ directories }) => directories) },
  { name: 'two stars in folders', rule: 'appsets/git-generator', edit: onGenerator('git', ({ directories }) => { directories[0].path = 'apps/[a'; }, ({ directories }) => directories) },
  { name: 'no hosting service', rule: 'appsets/provider-one-of', edit: onGenerator('scmProvider', (provider) => { delete provider.github; }) },
  { name: 'two hosting services', rule: 'appsets/provider-one-of', edit: onGenerator('pullRequest', (provider) => { provider.github = { owner: 'shop', repo: 'web' }; }) },
  { name: 'a filter that does not compile', rule: 'appsets/filter-regexp', edit: onGenerator('pullRequest', ({ filters }) => { filters[0].targetBranchMatch = '^(?!main)'; }) },
  { name: 'a decision by name and by labels', rule: 'appsets/cluster-decision', edit: onGenerator('clusterDecisionResource', (decision) => { decision.name = 'web'; }) },
  { name: 'an operator that does not exist', rule: 'appsets/selector-syntax', edit: onGenerator('clusters', (clusters) => { clusters.selector = { matchExpressions: [{ key: 'env', operator: 'Equals', values: ['a'] }] }; }) },
  { name: 'a label that no cluster carries', rule: 'appsets/selected-labels', needs: 'fleet', edit: onGenerator('clusters', (clusters) => { clusters.selector = { matchLabels: { environment: 'production' } }; }) },
  { name: 'a patch that is no YAML', rule: 'appsets/template-patch', edit: onSet((spec) => { spec.templatePatch = 'spec: [a'; }) },
  { name: 'a patch of another project', rule: 'appsets/template-patch', edit: onSet((spec) => { spec.templatePatch = 'spec:\n  project: other\n'; }) },
  { name: 'a namespace of the template', rule: 'appsets/template-namespace', edit: onSet(({ template }) => { template.metadata.namespace = 'team'; }) },
  { name: 'a project that is a parameter', rule: 'appsets/templated-project', edit: onSet(({ template }) => { template.spec.project = '{{ .name }}'; }, overClusters) },
  { name: 'a wave in the template', rule: 'appsets/wave-in-template', edit: onSet(({ template }) => { template.metadata.annotations = { 'argocd.argoproj.io/sync-wave': '1' }; }) },
  { name: 'a server put together', rule: 'apps/server-assembled', edit: onSet(({ template }) => {
    template.spec.destination = { server: 'https://{{ .name }}.example.com:443', namespace: 'shop' };
  }, overClusters) },
  { name: 'one namespace for two versions', rule: 'appsets/destination-shared', edit: onSet(({ template }) => { template.spec.destination = { server: 'https://kubernetes.default.svc', namespace: 'shop' }; }, ({ generators: [first], templatePatch }) => first.list && !templatePatch) },
  { name: 'a template with two clusters', rule: 'apps/destination-one-of', edit: onSet(({ template }) => { template.spec.destination = { name: 'a', server: 'https://a.example.com' }; }) },
  { name: 'an option in a template that does not exist', rule: 'apps/sync-option-known', edit: onSet(({ template }) => { template.spec.syncPolicy = { syncOptions: ['ServerSideApply'] }; }) },
  { name: 'folders of a template that nobody writes', rule: 'appsets/folder-written', needs: 'root', edit: onSet(({ template }) => { template.spec.source.path += '-old'; }, ({ template, generators: [first] }) =>
    (first.clusters || first.list) && template.spec.source?.path && !template.spec.source.path.includes('{{') && template.spec.source.repoURL.endsWith('manifests.git')) },
  // Steps.
  { name: 'steps of another type', rule: 'appsets/rolling-sync-fields', edit: onSet(({ strategy }) => { strategy.type = 'Rolling'; }, steps) },
  { name: 'no step', rule: 'appsets/rolling-sync-fields', edit: onSet(({ strategy }) => { strategy.rollingSync.steps = []; }, steps) },
  { name: 'a step with an unknown operator', rule: 'appsets/rolling-sync-fields', edit: onSet(({ strategy }) => { strategy.rollingSync.steps[0].matchExpressions[0].operator = 'Exists'; }, steps) },
  { name: 'a share that is no number', rule: 'appsets/rolling-sync-fields', edit: onSet(({ strategy }) => { strategy.rollingSync.steps[0].maxUpdate = 'half'; }, steps) },
  { name: 'Applications in no step', rule: 'appsets/rolling-sync-covers', needs: 'fleet', edit: onSet(({ strategy }) => { strategy.rollingSync.steps = [{ matchExpressions: [{ key: 'env', operator: 'In', values: ['dev'] }] }]; }, steps) },
  { name: 'a step by a label of clusters', rule: 'appsets/rolling-sync-covers', edit: onSet(({ template }) => { delete template.metadata.labels; }, (spec) =>
    spec.strategy?.rollingSync?.steps.every(({ matchExpressions }: any) => matchExpressions.some(({ operator }: any) => operator === 'In'))) },
  { name: 'Applications in two steps', rule: 'appsets/rolling-sync-once', needs: 'fleet', edit: onSet(({ strategy: { rollingSync } }) => { rollingSync.steps.push(...rollingSync.steps); }, steps) },
  { name: 'steps and an automatic sync', rule: 'appsets/rolling-sync-automated', edit: onSet(({ template }) => { template.spec.syncPolicy = { automated: { selfHeal: true } }; }, steps) },
  { name: 'steps that the controller ignores', rule: 'appsets/progressive-syncs', edit: onSet((_, objects) => {
    const params: any = objects.find(({ metadata }) => metadata.name === 'argocd-cmd-params-cm');
    delete params.data['applicationsetcontroller.enable.progressive.syncs'];
  }, steps) },
  { name: 'a policy of the controller', rule: 'appsets/policy-honoured', edit: onSet((_, objects) => {
    const params: any = objects.find(({ metadata }) => metadata.name === 'argocd-cmd-params-cm');
    params.data = { ...params.data, 'applicationsetcontroller.policy': 'sync' };
  }, ({ syncPolicy }) => syncPolicy?.applicationsSync) },
];
