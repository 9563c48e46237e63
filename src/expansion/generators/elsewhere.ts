import { type GoValue, stringMap, Unknown } from '../../languages/go-templates/values';
import type { GeneratorFunction } from '../context';
import { withGeneratorValues } from '../generator-values';
import { type ParameterSet, parameters, withValues } from '../parameter-set';

const SCM_KEYS = ['organization', 'repository', 'repository_id', 'url', 'branch', 'branchNormalized', 'sha', 'short_sha', 'short_sha_7', 'labels'];
const PULL_REQUEST_KEYS = ['number', 'title', 'branch', 'branch_slug', 'target_branch', 'target_branch_slug', 'head_sha', 'head_short_sha', 'head_short_sha_7', 'author'];

/** Repositories of an organisation. @see applicationset/generators/scm_provider.go in argoproj/argo-cd */
export const scmProviderSets: GeneratorFunction = (definition, { renderer }) => {
  const unknown = 'which repositories there are';
  return { sets: [withGeneratorValues(sample(SCM_KEYS, unknown), definition.at('values'), renderer)], unknown };
};

/** Open pull requests. @see applicationset/generators/pull_request.go in argoproj/argo-cd */
export const pullRequestSets: GeneratorFunction = (definition, { renderer }) => {
  const unknown = 'which pull requests are open';
  const keys = [...PULL_REQUEST_KEYS, ...(renderer.goTemplate ? ['labels'] : [])];
  return { sets: [withGeneratorValues(sample(keys, unknown), definition.at('values'), renderer)], unknown };
};

/** What a program answers. @see applicationset/generators/plugin.go in argoproj/argo-cd */
export const pluginSets: GeneratorFunction = (definition, { renderer }) => {
  const unknown = 'what the plugin answers';
  return { sets: [withGeneratorValues(sample([], unknown, new Unknown(unknown)), definition.at('values'), renderer)], unknown };
};

/** What a resource in the cluster lists. Its values are not filled in. @see applicationset/generators/duck_type.go in argoproj/argo-cd */
export const clusterDecisionSets: GeneratorFunction = (definition, { renderer }) => {
  const unknown = 'what the resource in the cluster says';
  const own = Object.fromEntries(definition.at('values').fields.map(([key, { value }]) => [key, value]));
  const flat = Object.fromEntries(Object.entries(own).map(([key, value]) => [`values.${key}`, value]));
  const nested: Readonly<Record<string, GoValue>> = Object.keys(own).length > 0 ? { values: stringMap(own) } : {};
  const set = sample(['name', 'server'], unknown, new Unknown(unknown));
  return { sets: [{ ...set, values: withValues(set.values, renderer.goTemplate ? nested : flat) }], unknown };
};

function sample(keys: readonly string[], what: string, others?: Unknown): ParameterSet {
  return { values: parameters(Object.fromEntries(keys.map((key) => [key, new Unknown(what)])), others), count: 'any' };
}
