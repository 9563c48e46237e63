import { generatedApplications } from '../../../../src/validation/rules/appsets/generated-applications';
import { patchedApplications } from '../../../../src/validation/rules/appsets/patched-applications';
import { templatePatch } from '../../../../src/validation/rules/appsets/template-patch';
import { findingsOf } from '../findings-of';
import { setOf } from './set-of';

const LIST = 'generators: [{ list: { elements: [{ app: web, option: CreateNamespac }, { app: api, option: CreateNamespace }] } }]';
const NAMED = "template: { metadata: { name: '{{ .app }}' } }";
const patched = (patch: string) => setOf(LIST, NAMED, `templatePatch: ${JSON.stringify(patch)}`);
const found = (patch: string) => findingsOf(patchedApplications, patched(patch)).map(({ pointer, message }) => `${pointer} ${message}`);

describe('appsets/patched-applications', () => {
  test.each([
    ['spec: { syncPolicy: { automatd: {} } }', 'spec.syncPolicy.automatd of api, web'],
    ['spec: { source: { helm: { version: v2 } } }', 'spec.source.helm.version of api, web'],
    ['spec: { ignoreDifferences: [{ kind: Deployment, group: apps, jqPathExpressions: [".spec["] }] }', 'spec.ignoreDifferences[0].jqPathExpressions[0] of api, web'],
    ['spec: { destination: { server: "https://one.example.com" } }', 'spec.destination of api, web'],
    ['spec: { syncPolicy: { syncOptions: ["{{ .option }}=true"] } }', 'spec.syncPolicy.syncOptions[0] of web'],
    ['{{ if eq .app "web" }}spec: { syncPolicy: { retry: { limit: 3, backoff: { duration: soon } } } }{{ end }}', 'spec.syncPolicy.retry.backoff.duration of web'],
    ['spec: { source: null, sources: [{ path: web, repoURL: "https://git.example.com/a.git", targetRevision: main, paht: x }] }', 'spec.sources[0].paht of api, web'],
  ])('%s', (patch, place) => {
    expect(found(patch)).toEqual([expect.stringContaining(`/spec/templatePatch the patch makes ${place} wrong: `)]);
  });

  test('says nothing of what the template says itself, nor of what only Argo CD knows', () => {
    const wrong = setOf(LIST, "template: { metadata: { name: '{{ .app }}' }, spec: { syncPolicy: { syncOptions: ['{{ .option }}=true'] } } }", 'templatePatch: "spec: { revisionHistoryLimit: 3 }"');
    expect(findingsOf(patchedApplications, wrong)).toEqual([]);
    expect(findingsOf(generatedApplications, wrong)).toHaveLength(1);
    expect(findingsOf(patchedApplications, setOf('generators: [{ clusters: {} }]', 'templatePatch: "spec: { sourc: {{ .name }} }"'))).toEqual([]);
    expect(found('spec: { syncPolicy: { automated: { prune: true } } }')).toEqual([]);
  });

  test('what a patch adds is not said of the template', () => {
    expect(findingsOf(generatedApplications, patched('spec: { syncPolicy: { syncOptions: ["{{ .option }}=true"] } }'))).toEqual([]);
  });
});

test.each(['spec: { project: other }', '{{- if eq .app "web" }}\nspec:\n  project: other\n{{- end }}', '{ "spec": { "project": "{{ .app }}" } }'])('the project of the patch %j is ignored', (patch) => {
  expect(findingsOf(templatePatch, patched(patch)).map(({ message }) => message)).toEqual(['the project of a patch is ignored']);
});

test('a name with project in it is none', () => {
  expect(findingsOf(templatePatch, patched('metadata: { labels: { project: other } }'))).toEqual([]);
});
