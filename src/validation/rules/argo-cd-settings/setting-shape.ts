import { readYaml } from '../../../languages/yaml-text';
import { isJsonObject } from '../../../manifests/json';
import { defineRule } from '../../rule';
import { nearest } from '../../schema/similar-name';
import { ofArgoCd } from '../scopes';
import { ARGO_CD_CONFIG, exampleConfig, settingsIn } from './config-maps';

/** What stands in a key: a list of texts, or of maps with these fields, or one map. */
type Shape =
  | { readonly list: 'texts' | readonly string[]; readonly required?: readonly string[] }
  | { readonly map: readonly string[] | 'any' };

const LINKS: Shape = { list: ['description', 'icon.class', 'if', 'title', 'url'], required: ['title', 'url'] };
const FILTERS: Shape = { list: ['apiGroups', 'clusters', 'kinds'] };

const SHAPES: Readonly<Record<string, Shape | undefined>> = {
  'additionalUrls': { list: 'texts' },
  'application.links': LINKS,
  'globalProjects': { list: ['labelSelector', 'projectName'], required: ['projectName'] },
  'project.links': LINKS,
  'resource.compareoptions': { map: ['ignoreAggregatedRoles', 'ignoreDifferencesOnResourceUpdates', 'ignoreResourceStatusField'] },
  'resource.customizations': { map: 'any' },
  'resource.exclusions': FILTERS,
  'resource.inclusions': FILTERS,
  'resource.links': LINKS,
};

/** Finds settings whose YAML is not what Argo CD reads. */
export const settingShape = defineRule({
  id: 'argo-cd-settings/setting-shape',
  severity: 'error',
  kinds: ['ConfigMap'],
  scope: ofArgoCd,
  since: '0.1.0',
  implements: ['CD-202', 'CD-203', 'CD-204', 'CD-208'],
  title: 'texts of YAML in argocd-cm have the form that Argo CD reads',
  rationale: 'Lists of excluded kinds, global projects and links are YAML in a text, which nothing checks when it is applied. What cannot '
    + 'be read stops the part of Argo CD that needs it, for every Application; a field that does not exist is passed over.',
  bad: exampleConfig('resource.exclusions: "apiGroups: [cilium.io]"'),
  good: exampleConfig('resource.exclusions: "[{apiGroups: [cilium.io], kinds: [CiliumIdentity]}]"'),
  check(entry, context) {
    for (const { key, value: text, pointer } of settingsIn(entry, ARGO_CD_CONFIG)) {
      const shape = Object.hasOwn(SHAPES, key) ? SHAPES[key] : undefined;
      if (!shape || text.trim() === '') continue;
      const { value, problem } = readYaml(text);
      const wrong = problem === undefined ? problemWith(value, shape) : { received: problem, fix: 'mend the text' };
      if (wrong) context.report(pointer, `Argo CD cannot read ${key} as it is meant`, { expected: wordsFor(shape), ...wrong });
    }
  },
});

interface Problem {
  readonly received: string;
  readonly fix: string;
}

function problemWith(value: unknown, shape: Shape): Problem | undefined {
  if (value === null || value === undefined) return undefined;
  if ('map' in shape) {
    if (!isJsonObject(value)) return { received: nameOf(value), fix: 'write a map' };
    return shape.map === 'any' ? undefined : unknownField(value, shape.map);
  }
  if (!Array.isArray(value)) return { received: nameOf(value), fix: 'write a list, with a dash before each entry' };
  for (const item of value as readonly unknown[]) {
    const problem = itemProblem(item, shape.list, shape.required ?? []);
    if (problem) return problem;
  }
  return undefined;
}

function itemProblem(item: unknown, fields: 'texts' | readonly string[], required: readonly string[]): Problem | undefined {
  if (fields === 'texts') return typeof item === 'string' ? undefined : { received: JSON.stringify(item), fix: 'write a text' };
  if (!isJsonObject(item)) return { received: JSON.stringify(item), fix: `write a map of ${fields.join(', ')}` };
  const missing = required.find((field) => item[field] === undefined || item[field] === '');
  if (missing !== undefined) return { received: `an entry without ${missing}`, fix: `add ${missing}` };
  const list = ['apiGroups', 'clusters', 'kinds'].find((field) => item[field] !== undefined && item[field] !== null && !Array.isArray(item[field]));
  if (list !== undefined) return { received: `${list}: ${JSON.stringify(item[list])}`, fix: 'write a list' };
  return unknownField(item, fields);
}

function unknownField(value: Readonly<Record<string, unknown>>, fields: readonly string[]): Problem | undefined {
  const unknown = Object.keys(value).find((field) => !fields.some((known) => known.toLowerCase() === field.toLowerCase()));
  if (unknown === undefined) return undefined;
  const near = nearest(unknown, fields);
  return { received: unknown, fix: near ? `did you mean ${near}?` : 'take it out' };
}

function wordsFor(shape: Shape): string {
  if ('map' in shape) return shape.map === 'any' ? 'a map' : `a map of ${shape.map.join(', ')}`;
  return shape.list === 'texts' ? 'a list of texts' : `a list of ${shape.list.join(', ')}`;
}

function nameOf(value: unknown): string {
  return Array.isArray(value) ? 'a list' : isJsonObject(value) ? 'a map' : JSON.stringify(value);
}
