import type { JsonObject } from '../../../../src/manifests/json';
import type { Rule } from '../../../../src/validation/rule';
import { destinationOneOf } from '../../../../src/validation/rules/apps/destination-one-of';
import { ignoreDifferencesEffective } from '../../../../src/validation/rules/apps/ignore-differences-effective';
import { retryDuration } from '../../../../src/validation/rules/apps/retry-duration';
import { sourceOneOf } from '../../../../src/validation/rules/apps/source-one-of';
import { syncOptionDefault } from '../../../../src/validation/rules/apps/sync-option-default';
import { syncOptionKnown } from '../../../../src/validation/rules/apps/sync-option-known';
import { application, applicationSet, findingsOf } from '../findings-of';

const messages = (rule: Rule, spec: JsonObject) => findingsOf(rule, application(spec)).map((finding) => finding.message);
const repoURL = 'https://git.example.com/org/manifests.git';

describe('destination-one-of', () => {
  test.each([{ name: 'staging' }, { server: 'https://x' }, { name: 'staging', server: '' }])('%j names one cluster', (destination) => {
    expect(messages(destinationOneOf, { destination })).toEqual([]);
  });

  test('neither is refused', () => {
    expect(messages(destinationOneOf, { destination: { namespace: 'shop' } })).toEqual(['the destination names no cluster']);
  });

  test('an ApplicationSet is looked at through its template', () => {
    const yaml = applicationSet(application({ destination: { name: '{{name}}', server: '{{server}}' } }));
    expect(findingsOf(destinationOneOf, yaml).map((finding) => finding.pointer)).toEqual(['/spec/template/spec/destination']);
  });

  test.each([
    ['a patch', { templatePatch: 'spec:\n  destination:\n    name: x' }],
    ['the template of a generator', { generators: [{ matrix: { generators: [{ list: { elements: [], template: {} } }] } }] }],
  ])('what is missing may come from %s', (_what, more) => {
    const yaml = application({ destination: { namespace: 'shop' } });
    expect(findingsOf(destinationOneOf, applicationSet(yaml))).toHaveLength(1);
    expect(findingsOf(destinationOneOf, applicationSet(yaml, more))).toEqual([]);
  });
});

describe('source-one-of', () => {
  test.each<[string, JsonObject]>([
    ['a path', { source: { repoURL, path: '.' } }],
    ['a chart with its version', { source: { repoURL, chart: 'web', targetRevision: '1.2.x' } }],
    ['several sources, one of values', { source: undefined, sources: [{ repoURL, chart: 'web', targetRevision: '1.2.3' }, { repoURL, ref: 'values' }] }],
    ['a tool that says nothing', { source: { repoURL, path: 'web', helm: { releaseName: 'web' }, kustomize: {} } }],
    ['a hydrator', { source: undefined, sourceHydrator: { drySource: {} } }],
  ])('%s is right', (_what, spec) => {
    expect(messages(sourceOneOf, spec)).toEqual([]);
  });

  test.each<[JsonObject, string]>([
    [{ source: { repoURL } }, 'the source does not say what to deploy'],
    [{ source: { repoURL, ref: 'values' } }, 'the source does not say what to deploy'],
    [{ source: { repoURL, chart: 'web' } }, 'the revision of chart web is open'],
    [{ source: undefined }, 'the Application has no source, so there is nothing to deploy'],
    [{ sources: [{ repoURL, path: 'web' }] }, 'source is ignored, as sources is there'],
    [{ sourceHydrator: { drySource: {} } }, 'source is ignored, as sourceHydrator is there'],
    [{ source: { repoURL, path: 'web', helm: { releaseName: 'a' }, plugin: { name: 'b' } } }, 'helm and plugin would both render the source'],
  ])('%j: %s', (spec, message) => {
    expect(messages(sourceOneOf, spec)).toEqual([message]);
  });
});

describe('sync-option-known', () => {
  const options = (...syncOptions: string[]) => findingsOf(syncOptionKnown, application({ syncPolicy: { syncOptions } }));

  test('options that Argo CD reads, and templates, are right', () => {
    expect(options('CreateNamespace=true', 'PrunePropagationPolicy=orphan', 'ServerSideApply=true', '{{option}}')).toEqual([]);
  });

  test.each([
    ['CreateNamespace=True', 'did you mean CreateNamespace=true?'],
    ['Force=true', 'leave it out; an object that has to be deleted and made again, such as a Job, says so in an annotation of its own'],
    ['CreateNamespace = true', 'did you mean CreateNamespace=true?'],
    ['PrunePropagationPolicy=Foreground', 'did you mean PrunePropagationPolicy=foreground?'],
    ['Replace = false', 'leave it out: Replace has this value when nothing is said'],
  ])('%s is not read', (option, fix) => {
    expect(options(option)).toEqual([expect.objectContaining({ pointer: '/spec/syncPolicy/syncOptions/0', fix })]);
  });

  const defaults = (...syncOptions: string[]) => findingsOf(syncOptionDefault, application({ syncPolicy: { syncOptions } }));

  test.each(['CreateNamespace=false', 'Validate=true', 'ServerSideApply=false', 'PruneLast=false', 'Replace=false', 'ClientSideApplyMigration=true'])('%s is a default', (option) => {
    expect(options(option)).toEqual([]);
    expect(defaults(option)).toEqual([expect.objectContaining({ severity: 'info', pointer: '/spec/syncPolicy/syncOptions/0' })]);
  });

  test.each(['CreateNamespace=true', 'Force=false', 'PruneLast=no', 'PrunePropagationPolicy=foreground', 'createNamespace=false'])('%s is none', (option) => {
    expect(defaults(option)).toEqual([]);
  });

  test('a default beside its opposite is not what happens', () => {
    expect(options('CreateNamespace=true', 'CreateNamespace=false')).toEqual([expect.objectContaining({ pointer: '/spec/syncPolicy/syncOptions/1' })]);
    expect(defaults('CreateNamespace=true', 'CreateNamespace=false')).toEqual([]);
  });
});

describe('retry-duration', () => {
  const backoff = (duration: string) => findingsOf(retryDuration, application({ syncPolicy: { retry: { backoff: { duration, maxDuration: '3m' } } } }));

  test.each(['5', '5s', '1m30s', '', '{{d}}'])('%j is read', (duration) => {
    expect(backoff(duration)).toEqual([]);
  });

  test.each([['5 seconds', 'write 5s'], ['1d', 'write 24h'], ['soon', 'write a duration such as 5s'], ['9999999h', 'write a duration such as 5s']])('%j is not', (duration, fix) => {
    expect(backoff(duration)).toEqual([expect.objectContaining({ pointer: '/spec/syncPolicy/retry/backoff/duration', fix })]);
  });
});

describe('ignore-differences-effective', () => {
  const ignored = (entry: JsonObject) => findingsOf(ignoreDifferencesEffective, application({ ignoreDifferences: [entry] }));

  test.each<JsonObject>([
    { group: 'apps', kind: 'Deployment', jsonPointers: ['/spec/replicas'] },
    { kind: 'Service', jqPathExpressions: ['.spec.selector."rollouts-pod-template-hash"'] },
    { group: 'argoproj.io', kind: 'Rollout', jqPathExpressions: ['.spec.template.spec.containers[].resources'] },
    { group: '*', kind: '*', managedFieldsManagers: ['kube-controller-manager'] },
    { kind: '*', jsonPointers: ['/metadata/labels/a*b'] },
  ])('%j can match', (entry) => {
    expect(ignored(entry)).toEqual([]);
  });

  test.each<[JsonObject, string, string | undefined]>([
    [{ kind: 'Rollout', jsonPointers: ['/spec/replicas'] }, '/spec/ignoreDifferences/0/kind', undefined],
    [{ kind: 'Service', jsonPointers: ['/spec/ports/*/nodePort'] }, '/spec/ignoreDifferences/0/jsonPointers/0', 'use jqPathExpressions: .spec.ports[]?.nodePort'],
    [{ kind: 'Service', jsonPointers: ['/metadata/annotations/a~1b/*'] }, '/spec/ignoreDifferences/0/jsonPointers/0', 'use jqPathExpressions: .metadata.annotations["a/b"][]?'],
    [{ kind: 'Service', jsonPointers: ['.spec.ports'] }, '/spec/ignoreDifferences/0/jsonPointers/0', 'move it to jqPathExpressions'],
    [{ kind: 'Service', jqPathExpressions: ['/spec/ports'] }, '/spec/ignoreDifferences/0/jqPathExpressions/0', 'move it to jsonPointers'],
    [{ kind: 'Service', jqPathExpressions: ['/spec/ports/*/nodePort'] }, '/spec/ignoreDifferences/0/jqPathExpressions/0', 'write .spec.ports[]?.nodePort'],
    [{ kind: 'Service', jsonPointers: ['spec.ports'] }, '/spec/ignoreDifferences/0/jsonPointers/0', 'write /spec/ports'],
    [
      { group: 'networking.istio.io', kind: 'VirtualService', jqPathExpressions: ['.spec.http[].route[]?.weight'] },
      '/spec/ignoreDifferences/0/jqPathExpressions/0',
      'write .spec.http[]?.route[]?.weight',
    ],
  ])('%j cannot', (entry, pointer, fix) => {
    expect(ignored(entry)).toEqual([expect.objectContaining({ severity: 'warning', pointer, ...(fix === undefined ? {} : { fix }) })]);
  });
});
