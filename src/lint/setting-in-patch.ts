import { settingsPatch } from '../validation/settings-patch';
import { isEncrypted, type LintedObject } from './linted-object';

/** What a patch in a file puts into a ConfigMap with settings of Argo CD. */
export function settingInPatch(object: LintedObject): readonly LintedObject[] {
  const manifest = isEncrypted(object) ? undefined : settingsPatch(object.manifest);
  if (!manifest) return [];
  return [{ ...object, manifest, setting: { place: { pointer: '' }, placeOf: (at) => (at.startsWith('/data/') ? { pointer: at } : undefined) } }];
}
