import { dump, load } from 'js-yaml';
import { isJsonObject, type JsonObject } from '../../../../src/manifests/json';

/** An ApplicationSet with Go templates, of these parts of its spec, over a template that is right. */
export function setOf(...parts: readonly string[]): string {
  const spec: JsonObject = { goTemplate: true, goTemplateOptions: ['missingkey=error'], ...parts.map((part) => load(part) as JsonObject).reduce((a, b) => ({ ...a, ...b }), {}) };
  const given = isJsonObject(spec.template) ? spec.template : {};
  const source = { repoURL: 'https://git.example.com/org/manifests.git', targetRevision: 'main', path: 'apps/web' };
  const application = { project: 'default', source, destination: { name: 'in-cluster', namespace: 'web' }, ...(isJsonObject(given.spec) ? given.spec : {}) };
  return dump({
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'ApplicationSet',
    metadata: { name: 'web', namespace: 'argocd' },
    spec: { ...spec, template: { metadata: { name: 'web', ...(isJsonObject(given.metadata) ? given.metadata : {}) }, spec: application } },
  });
}
