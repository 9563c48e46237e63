import { load } from 'js-yaml';
import type { ApplicationSetExpansion } from '../../src/expansion/application-set-expansion';
import { expandApplicationSet } from '../../src/expansion/expand';
import type { ExpansionFacts } from '../../src/expansion/facts';
import { isJsonObject, type JsonObject } from '../../src/manifests/json';

/** The expansion of an ApplicationSet with this spec over a plain template. */
export function expand(spec: string, facts: ExpansionFacts = {}): ApplicationSetExpansion {
  const given = load(spec) as JsonObject;
  const template = isJsonObject(given.template) ? given.template : {};
  const { metadata, spec: application } = template;
  return expandApplicationSet({
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'ApplicationSet',
    metadata: { name: 'web', namespace: 'argocd' },
    spec: {
      ...given,
      template: {
        metadata: { name: 'web', ...(isJsonObject(metadata) ? metadata : {}) },
        spec: { project: 'default', destination: { name: 'in-cluster' }, ...(isJsonObject(application) ? application : {}) },
      },
    },
  }, facts);
}

/** The names of the Applications, sorted. */
export function namesOf({ applications }: ApplicationSetExpansion): readonly string[] {
  return applications.map(({ manifest }) => manifest.metadata.name ?? '').sort();
}
