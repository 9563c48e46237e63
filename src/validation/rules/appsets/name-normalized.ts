import { expansionOf } from '../../../expansion/expansions';
import { placeholdersIn } from '../../../languages/fast-template';
import { APPLICATION_SET_FUNCTIONS } from '../../../languages/go-templates/function-names';
import { readTemplate } from '../../../languages/go-templates/problem';
import { readsOf } from '../../../languages/go-templates/reads';
import { GoMap, type GoValue, Unknown } from '../../../languages/go-templates/values';
import type { ManifestEntry } from '../../../manifests/manifest-set';
import { Place } from '../../../manifests/references/place';
import { defineRule } from '../../rule';
import { exampleApplicationSet, exampleTemplate, GO_TEMPLATE } from './example-application-set';
import { everyFilterPins } from './free-text-parameters';
import { generatorsOf, usesGoTemplate } from './generator-entries';

/** Parameters that may have capitals and underscores, with what fits into a name. */
const FITTING: Readonly<Record<string, string>> = {
  'name': 'nameNormalized', 'path.basename': 'path.basenameNormalized', 'path.filename': 'path.filenameNormalized',
};
/** Those of a repository, which Argo CD gives in no other form. */
const OF_REPOSITORIES = ['repository', 'organization'];

/** Finds names made of parameters that need not fit into one. */
export const nameNormalized = defineRule({
  id: 'appsets/name-normalized',
  severity: 'warning',
  kinds: ['argoproj.io/ApplicationSet'],
  since: '0.1.0',
  implements: [],
  title: 'what a name is made of fits into a name',
  rationale: 'The name of a cluster, a folder or a repository may have capitals and underscores, and Kubernetes refuses the Application. '
    + 'Argo CD gives the first two in a form that fits as well, and has the function normalize. Not said where the values are known.',
  bad: exampleApplicationSet(`${GO_TEMPLATE}
generators:
  - clusters: {}
${exampleTemplate("'web-{{ .name }}'")}`),
  good: exampleApplicationSet(`${GO_TEMPLATE}
generators:
  - clusters: {}
${exampleTemplate("'web-{{ .nameNormalized }}'")}`),
  check(entry, context) {
    const name = Place.root(entry.manifest).at('spec', 'template', 'metadata', 'name');
    if (!name.text.includes('{{')) return;
    const isRaw = (path: string): boolean => Object.hasOwn(FITTING, path) || OF_REPOSITORIES.includes(path);
    const raw = namesPrinted(name.text, usesGoTemplate(entry)).filter(isRaw);
    for (const path of new Set(raw)) {
      const fitting = FITTING[path];
      const sets = expansionOf(entry, context.manifests).generators.flatMap((generator) => generator.sets);
      if (!sets.some(({ values }) => isOpen(values, path) && isKnownKey(values, fitting ?? 'repository_id')) || isPinned(entry, path)) continue;
      context.report(name.pointer, `the name is made of ${path}, which may have letters that no name has`, {
        received: name.text, fix: fitting ? `use ${fitting}` : `use normalize in a Go template: {{ normalize .${path} }}, GoTemplate.normalize(p.${path})`,
      });
    }
  },
});

function namesPrinted(text: string, isGo: boolean): readonly string[] {
  if (!isGo) return placeholdersIn(text);
  const reading = readTemplate(text, APPLICATION_SET_FUNCTIONS);
  return 'problem' in reading ? [] : readsOf(reading.template).filter(({ printed }) => printed).map(({ path }) => path.join('.'));
}

/** Whether only repositories count whose whole name is said. */
function isPinned(entry: ManifestEntry, path: string): boolean {
  return path === 'repository' && generatorsOf(entry, 'scmProvider').every((generator) => everyFilterPins(generator, 'repositoryMatch'));
}

function isOpen(values: GoMap, path: string): boolean {
  return lookedUp(values, path) instanceof Unknown;
}

function isKnownKey(values: GoMap, path: string): boolean {
  return lookedUp(values, path) !== undefined;
}

// Flat without Go templates, nested with them.
function lookedUp(values: GoMap, path: string): GoValue {
  if (values.entries.has(path)) return values.get(path);
  return path.split('.').reduce<GoValue>((at, key) => (at instanceof GoMap && at.entries.has(key) ? at.get(key) : undefined), values);
}
