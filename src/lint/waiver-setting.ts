import { resolve } from 'node:path';
import { InputError } from '../manifests/input-error';
import type { Pointer } from '../manifests/pointer';
import { type Finding, objectsOf, provenanceOf } from '../validation/finding';
import { Waiver } from '../validation/waivers';
import { FileGlobs } from './file-globs';
import { mapOf } from './setting';
import type { SettingsPlace } from './settings-place';

const KEYS = ['files', 'object', 'reason', 'rule', 'until'];

const OBJECT = /^[^/]+(?:\/[^/]+){1,2}$/;

/**
 * A waiver of the settings.
 *
 * @param at where it is in them
 */
export function waiverOf(value: unknown, at: Pointer, { folder, cwd, originOf }: SettingsPlace): Waiver {
  const { rule, reason, until, files, object } = mapOf(value, KEYS, 'a waiver is a map with rule and reason');
  if (typeof rule !== 'string') throw new InputError('a waiver names no rule. add rule: and reason:');
  if (typeof reason !== 'string') throw new InputError(`the waiver of ${rule} gives no reason. say why it is right here`);
  if (until !== undefined && typeof until !== 'string') throw new InputError(`the waiver of ${rule} ends on ${JSON.stringify(until)}; a date such as 2027-03-01 is wanted`);
  if (object !== undefined && (typeof object !== 'string' || !OBJECT.test(object))) throw new InputError(`the object of the waiver of ${rule} is written as Kind/name or Kind/namespace/name`);
  const globs = files === undefined ? undefined : FileGlobs.read(files, 'files', folder);
  return new Waiver({
    rule, reason, ...(until === undefined ? {} : { until }),
    scope: {
      matches: (finding) => (object === undefined || isObject(finding, object)) && (globs?.has(resolve(cwd, provenanceOf(finding).file ?? '')) ?? true),
      text: [object, ...globs?.globs ?? []].filter((part) => part !== undefined).join(' in ') || 'all files',
    },
    origin: originOf(at),
  });
}

function isObject(finding: Finding, text: string): boolean {
  const [kind, ...rest] = text.split('/');
  return objectsOf(finding).some(({ id }) =>
    id.kind === kind && id.name === rest.at(-1) && (rest.length === 1 || id.namespace === rest[0]));
}
