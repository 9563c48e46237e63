import { dump, load } from 'js-yaml';
import type { JsonObject } from '../../../src/manifests/json';
import type { ManifestSet } from '../../../src/manifests/manifest-set';
import { validate, type ValidationOptions } from '../../../src/validation/engine';
import type { Finding } from '../../../src/validation/finding';
import { Profile } from '../../../src/validation/profiles';
import type { Rule } from '../../../src/validation/rule';
import { DEFAULT_TARGETS } from '../../../src/validation/targets';
import { exampleManifests } from '../../../tools/docs/example-manifests';

/** What one rule finds in manifests; references lead only to what is there. */
export function findingsOf(rule: Rule, manifests: string | ManifestSet, options: Partial<ValidationOptions> = {}): readonly Finding[] {
  const set = typeof manifests === 'string' ? exampleManifests(manifests, 'references/all') : manifests;
  const { findings } = validate(set, { targets: DEFAULT_TARGETS, rules: [rule], profile: Profile.strict(), ...options });
  return findings.filter((finding) => finding.rule === rule.id);
}

/** A ConfigMap with this metadata. */
export function configMap(metadata: JsonObject): string {
  return dump({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'web', ...metadata } });
}

/** An Application with these fields in its spec, over a source and a destination that are right. */
export function application(spec: JsonObject): string {
  const source = { repoURL: 'https://git.example.com/org/manifests.git', targetRevision: 'main', path: 'web' };
  return dump({
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: { name: 'web', namespace: 'argocd' },
    spec: { project: 'default', source, destination: { name: 'in-cluster' }, ...spec },
  }, { skipInvalid: true });
}

/** An ApplicationSet whose template has the spec of an Application. */
export function applicationSet(applicationYaml: string, more: JsonObject = {}): string {
  const { spec } = load(applicationYaml) as { spec: JsonObject };
  return dump({
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'ApplicationSet',
    metadata: { name: 'web', namespace: 'argocd' },
    spec: { generators: [{ clusters: {} }], template: { metadata: { name: '{{name}}' }, spec }, ...more },
  });
}
