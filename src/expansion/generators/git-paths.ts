import { normalized } from '../../languages/go-templates/functions/argo';
import { type GoValue, isList, Unknown } from '../../languages/go-templates/values';
import type { Definition } from '../definition';
import { parameters } from '../parameter-set';

/** The parameters of a path: nested with Go templates, flat without. */
export interface PathParameters {
  readonly values: Readonly<Record<string, GoValue>>;
  /** Further keys that there may be. */
  readonly others?: Unknown;
}

const baseOf = (path: string): string => path.split('/').at(-1) ?? path;

/**
 * The parameters of a folder, and of a file in it. The segments may be known in part where the folder is not.
 * @see applicationset/generators/git.go in argoproj/argo-cd
 */
export function pathParameters(
  folder: string | Unknown,
  file: string | Unknown | undefined,
  definition: Definition,
  goTemplate: boolean,
  segments: GoValue = folder instanceof Unknown ? folder : folder.split('/'),
): PathParameters {
  const prefix = definition.at('pathParamPrefix').word;
  const names: Record<string, GoValue> = {
    basename: derived(folder, baseOf),
    basenameNormalized: derived(folder, (path) => normalizedName(baseOf(path))),
    ...(file === undefined ? {} : { filename: file, filenameNormalized: derived(file, normalizedName) }),
  };
  if (goTemplate) {
    const path = parameters({ path: folder, ...names, segments });
    return { values: prefix === '' ? { path } : { [prefix]: parameters({ path }) } };
  }
  const name = prefix === '' ? 'path' : `${prefix}.path`;
  const flat: Record<string, GoValue> = { [name]: folder };
  for (const [key, value] of Object.entries(names)) flat[`${name}.${key}`] = value;
  if (segments instanceof Unknown) return { values: flat, others: new Unknown(segments.what, new RegExp(`^${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\[\\d+\\]$`)) };
  for (const [i, segment] of isList(segments) ? segments.entries() : []) if (segment !== '') flat[`${name}[${i}]`] = segment;
  return { values: flat };
}

function derived(value: string | Unknown, of: (text: string) => GoValue): GoValue {
  return value instanceof Unknown ? value : of(value);
}

function normalizedName(text: string): GoValue {
  return /[\u0080-\uffff]/.test(text) ? new Unknown('the normalized form of letters beyond ASCII') : normalized(text);
}
