import { GoMap, type GoValue, Unknown } from '../../../languages/go-templates/values';
import type { Place } from '../../../manifests/references/place';

/** A parameter that people write as they like. */
export interface FreeText {
  /** Its keys from the top. */
  readonly path: readonly string[];
  /** What it may well be, and what fits into no name and no label. */
  readonly sample: GoValue;
  /** What to write in its place. */
  readonly fix: string;
}

/** What stands for a parameter of which nothing is to be said. */
const PLAIN = 'x1';
const ANNOTATION = 'write them as an annotation, which may be any text';

/** The parameters of a generator that need not fit into names, for what is known of it. */
export function freeTextOf(type: string, generator: Place): readonly FreeText[] {
  const one = (path: string, sample: GoValue, instead: string): FreeText =>
    ({ path: path.split('.'), sample, fix: `use ${instead}, or slugify: GoTemplate.slugify(p.${path})` });
  if (type === 'pullRequest') {
    return [
      ...(everyFilterPins(generator, 'branchMatch') ? [] : [one('branch', 'Feature/Cart', 'branch_slug or number')]),
      ...(everyFilterPins(generator, 'targetBranchMatch') ? [] : [one('target_branch', 'Release/1.x', 'target_branch_slug')]),
      ...(everyFilterPins(generator, 'titleMatch') ? [] : [one('title', 'Add a cart', 'number')]),
      // Programs have accounts too.
      one('author', 'dependabot[bot]', 'number'),
      { path: ['labels'], sample: ['In review'], fix: ANNOTATION },
    ];
  }
  if (type === 'scmProvider') {
    const everyBranch = generator.fields.some(([, place]) => place.at('allBranches').value === true);
    return [
      ...(everyBranch && !everyFilterPins(generator, 'branchMatch') ? [one('branch', 'Feature/Cart', 'branchNormalized')] : []),
      one('url', 'https://git.example.com/shop/web.git', 'repository'),
      { path: ['labels'], sample: 'web,shop', fix: ANNOTATION },
    ];
  }
  if (type !== 'git') return [];
  const prefix = generator.at('pathParamPrefix').text;
  const path = prefix === '' ? 'path' : `${prefix}.path`;
  return [one(`${path}.path`, 'Apps/web', `${path}.basenameNormalized`)];
}

/** The parameters with a sample for one of them, and something plain for all others that are not known. */
export function withSample(values: GoMap, goTemplate: boolean, free?: FreeText): GoMap {
  // A folder is called path without Go templates, and path.path with them.
  const flat = free && [free.path.join('.').replace(/(^|\.)path\.path$/, '$1path')];
  return filled(values, goTemplate ? free?.path : flat, free?.sample);
}

function filled(values: GoMap, path: readonly string[] | undefined, sample: GoValue): GoMap {
  const entries = [...values.entries].map(([key, value]): readonly [string, GoValue] => {
    const own = path !== undefined && path[0] === key ? path.slice(1) : undefined;
    if (value instanceof GoMap) return [key, filled(value, own, sample)];
    if (!(value instanceof Unknown)) return [key, value];
    if (own?.length === 0) return [key, sample];
    return [key, key === 'segments' ? Array.from({ length: 9 }, () => PLAIN) : PLAIN];
  });
  return new GoMap(new Map(entries), values.type, values.others);
}

/** Whether every filter says what the whole of a text is: a pattern from `^` to `$`. */
export function everyFilterPins(generator: Place, match: string): boolean {
  const filters = generator.at('filters').items;
  return filters.length > 0 && filters.every((filter) => /^\^.*\$$/.test(filter.at(match).text));
}
