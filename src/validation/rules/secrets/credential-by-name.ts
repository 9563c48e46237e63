import { credentialForm } from '../../../languages/credentials/credential-forms';
import { isCredentialName, isCredentialValue, writtenCredential } from '../../../languages/credentials/credential-name';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../manifests/json';
import { type Pointer, pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { secretKeysOfPatch } from './secret-patch';
import { eachText, type Path } from './texts';

/** Objects whose keys are the user's own words. */
const OWN_KEYS: ReadonlySet<unknown> = new Set(['plugin', 'plugins', 'jsonBody', 'valuesObject', 'elements']);

/** Lists of objects with a name and a value: variables, and what Argo CD hands to Helm, Jsonnet and plugins. */
const NAMED_VALUES: ReadonlySet<unknown> = new Set(['env', 'parameters', 'extVars', 'tlas']);

/** A ConfigMap with this in its data. */
function dataExample(data: string): string {
  return `
apiVersion: v1
kind: ConfigMap
metadata:
  name: web
data:
  ${data}
`;
}

/** Finds credentials by what they are called. */
export const credentialByName = defineRule({
  id: 'secrets/credential-by-name',
  severity: 'warning',
  kinds: ['*'],
  since: '0.1.0',
  implements: ['P31'],
  title: 'what is called a password, token or key has no value in plain text',
  rationale: 'The output goes to Git, where everybody who can read the repository reads it, for ever. A container reads a credential by '
    + 'secretKeyRef, and a file comes from a Secret that is mounted. Placeholders, paths and names that end in _FILE or _NAME are not meant.',
  bad: dataExample('DATABASE_PASSWORD: hunter2-of-the-shop'),
  good: dataExample('DATABASE_PASSWORD_FILE: /run/secrets/database/password'),
  check(entry, context) {
    if (entry.id.group === '' && entry.id.kind === 'Secret') return;
    const isConfigMap = entry.id.group === '' && entry.id.kind === 'ConfigMap';
    eachText(entry.manifest, (text, path) => {
      const name = text === '' ? undefined : nameAt(entry.manifest, path, text, isConfigMap);
      // A text with a form of its own is an error already.
      if (name === undefined || credentialForm(text) !== undefined) return;
      const at: Pointer = pointer('', ...path);
      context.report(at, `${name} is written as text`, {
        received: 'text',
        expected: 'a reference to a Secret, or a placeholder',
        fix: 'keep the value in a Secret that a controller in the cluster makes, refer to it, and rotate what was committed',
      });
    });
  },
});

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
