import { credentialForm } from '../../../languages/credentials/credential-forms';
import { isCredentialName, isCredentialValue, writtenCredential } from '../../../languages/credentials/credential-name';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../manifests/json';
import type { ManifestEntry } from '../../../manifests/manifest-set';
import { type Pointer, pointer } from '../../../manifests/pointer';
import { readOnce } from '../../readings';
import { secretKeysOfPatch } from './secret-patch';
import { eachText, type Path } from './texts';

/** A text of an object that is a credential, or holds one. */
export interface WrittenCredential {
  readonly pointer: Pointer;
  /** What it is by its form: `a token of GitHub`; or else by what it is called: `DATABASE_PASSWORD`. */
  readonly what: string;
}

/** The credentials in the texts of an object. */
export interface WrittenCredentials {
  readonly byForm: readonly WrittenCredential[];
  readonly byName: readonly WrittenCredential[];
}

/** Finds the credentials in an object. One walk serves both rules, as every text of every object is looked at. */
export const writtenCredentials = readOnce((entry: ManifestEntry): WrittenCredentials => {
  const byForm: WrittenCredential[] = [];
  const byName: WrittenCredential[] = [];
  const isSecret = entry.id.group === '' && entry.id.kind === 'Secret';
  const isConfigMap = entry.id.group === '' && entry.id.kind === 'ConfigMap';
  eachText(entry.manifest, (text, path) => {
    const form = credentialForm(text);
    if (form !== undefined) {
      if (!isSaidElsewhere(path, isSecret)) byForm.push({ pointer: pointer('', ...path), what: form });
      return;
    }
    const name = isSecret || text === '' ? undefined : nameAt(entry.manifest, path, text, isConfigMap);
    if (name !== undefined) byName.push({ pointer: pointer('', ...path), what: name });
  });
  return { byForm, byName };
});

/** The values of a Secret have a rule of their own, which lets the URL of a registration pass; so has the URL of a repository. */
function isSaidElsewhere(path: Path, isSecret: boolean): boolean {
  const isValue = isSecret && (path[0] === 'data' || path[0] === 'stringData') && path[1] !== 'url';
  return isValue || path[path.length - 1] === 'repoURL';
}

/** Objects whose keys are the user's own words. */
const OWN_KEYS: ReadonlySet<unknown> = new Set(['plugin', 'plugins', 'jsonBody', 'valuesObject', 'elements']);

/** Lists of objects with a name and a value: variables, and what Argo CD hands to Helm, Jsonnet and plugins. */
const NAMED_VALUES: ReadonlySet<unknown> = new Set(['env', 'parameters', 'extVars', 'tlas']);

/** The name of the credential that a text is, or holds. */
function nameAt(root: JsonValue, path: Path, text: string, isConfigMap: boolean): string | undefined {
  const [key, owner, around] = [path[path.length - 1], path[path.length - 2], path[path.length - 3]];
  if (isConfigMap && path[0] === 'data') return named(key, text) ?? writtenCredential(text);
  if ((key === 'value' || key === 'string') && NAMED_VALUES.has(around)) return named(lastName(objectAt(root, path)), text);
  if (owner === 'array' && path.at(-4) === 'parameters') return named(lastName(objectAt(root, path.slice(0, -1))), text);
  if (key === 'values' && owner === 'helm') return writtenCredential(text);
  if (key === 'elementsYaml') return writtenCredential(text);
  // secrets/plain-patch says it of Secrets.
  if (key === 'patch' && around === 'patches') return secretKeysOfPatch(text, targetKind(objectAt(root, path))).length > 0 ? undefined : writtenCredential(text);
  if (owner === 'values' && path.includes('generators')) return named(key, text);
  if (owner === 'args' || owner === 'command') {
    const [, option, value] = /^--?([A-Za-z][\w-]*)=(.+)$/s.exec(text) ?? [];
    return option !== undefined && named(option, value!) ? `--${option}` : undefined;
  }
  return path.some((part) => OWN_KEYS.has(part)) ? named(key, text) : undefined;
}

function named(name: string | number | undefined, text: string): string | undefined {
  return typeof name === 'string' && isCredentialName(name) && isCredentialValue(name, text) ? name : undefined;
}

/** The object that a text is a field of. */
function objectAt(root: JsonValue, path: Path): JsonObject {
  return path.slice(0, -1).reduce<unknown>((value, part) => (value as Record<string, unknown>)[String(part)], root) as JsonObject;
}

/** `database.password` of a parameter of Helm ends in what it is. */
function lastName({ name }: JsonObject): string {
  return typeof name === 'string' ? name.replace(/^.*\./s, '') : '';
}

function targetKind({ target }: JsonObject): string {
  return isJsonObject(target) && typeof target.kind === 'string' ? target.kind : '';
}
