import { credentialForm } from '../../../languages/credentials/credential-forms';
import { isCredentialName, isCredentialValue, writtenCredential } from '../../../languages/credentials/credential-name';
import type { JsonValue } from '../../../manifests/json';
import { type Pointer, pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { eachText, type Path } from './texts';

/** Objects whose keys are the user's own words. */
const OWN_KEYS: ReadonlySet<string> = new Set(['plugin', 'plugins', 'jsonBody', 'valuesObject']);

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
  const key = String(path.at(-1));
  const named = (name: string): string | undefined => (isCredentialName(name) && isCredentialValue(name, text) ? name : undefined);
  if (isConfigMap && path[0] === 'data') return named(key) ?? writtenCredential(text);
  if (key === 'value' && path.at(-3) === 'env') return named(variableName(root, path));
  if (key === 'value' && path.at(-3) === 'parameters') return named(variableName(root, path).replace(/^.*\./, ''));
  if (key === 'values' && path.at(-2) === 'helm') return writtenCredential(text);
  if (path.at(-2) === 'args' || path.at(-2) === 'command') {
    const [, option, value] = /^--?([A-Za-z][\w-]*)=(.+)$/s.exec(text) ?? [];
    return option !== undefined && isCredentialName(option) && isCredentialValue(option, value!) ? `--${option}` : undefined;
  }
  return path.some((part) => OWN_KEYS.has(String(part))) ? named(key) : undefined;
}

function variableName(root: JsonValue, path: Path): string {
  const variable = path.slice(0, -1).reduce<unknown>((value, part) => (value as Record<string, unknown>)[String(part)], root);
  const { name } = variable as { readonly name?: unknown };
  return typeof name === 'string' ? name : '';
}
