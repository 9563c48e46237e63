import type { ApplicationSpecSourceDirectory, ApplicationSpecSourceDirectoryJsonnetExtVar } from '../../../imports/types/argo-cd/application';

/** A value that Jsonnet gets: a text, or code that it evaluates. */
export type JsonnetValue = string | { readonly code: string };

/** What Jsonnet is told when it evaluates the `.jsonnet` files of a folder. */
export interface JsonnetOptions {
  /**
   * External variables, read by `std.extVar`.
   * @default - none
   */
  readonly extVars?: Readonly<Record<string, JsonnetValue>>;
  /**
   * Arguments of a file that is a function.
   * @default - none
   */
  readonly tlas?: Readonly<Record<string, JsonnetValue>>;
  /**
   * Folders of libraries, from the top of the repository.
   * @default - none
   */
  readonly libs?: readonly string[];
}

/** How a folder of plain YAML, JSON and Jsonnet is read. */
export interface DirectoryOptions {
  /**
   * Whether folders below are read too.
   * @default false
   */
  readonly recurse?: boolean;
  /**
   * Patterns of files that are read: `*.yaml`. With folders in them: `apps/*.yaml`.
   * @default - all
   */
  readonly include?: string | readonly string[];
  /**
   * Patterns of files that are not read, also when `include` has them.
   * @default - none
   */
  readonly exclude?: string | readonly string[];
  /**
   * What Jsonnet is told.
   * @default - nothing
   */
  readonly jsonnet?: JsonnetOptions;
}

/** What Argo CD is told. */
export function directoryToKube({ recurse, include, exclude, jsonnet }: DirectoryOptions): ApplicationSpecSourceDirectory {
  return {
    recurse,
    include: patternOf(include),
    exclude: patternOf(exclude),
    jsonnet: jsonnet && { extVars: valuesOf(jsonnet.extVars), tlas: valuesOf(jsonnet.tlas), libs: jsonnet.libs },
  };
}

// One pattern is all there is room for; braces hold several.
function patternOf(patterns: string | readonly string[] | undefined): string | undefined {
  if (patterns === undefined || typeof patterns === 'string') return patterns;
  return patterns.length === 1 ? patterns[0] : `{${patterns.join(',')}}`;
}

function valuesOf(values?: Readonly<Record<string, JsonnetValue>>): ApplicationSpecSourceDirectoryJsonnetExtVar[] | undefined {
  return values && Object.entries(values).map(([name, value]) =>
    typeof value === 'string' ? { name, value } : { name, value: value.code, code: true });
}
