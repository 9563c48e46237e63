import type { Pointer } from '../../../manifests/pointer';

const OF_OTHERS = /\/(?:helm\/(?:values|valuesObject|parameters)|plugin|directory|kustomize\/patches)(?:\/|$)/;
const PERHAPS = /\/(?:annotations|commonAnnotations|info|templatePatch)(?:\/|$)/;

/** Whether another program fills in the text here, Helm or Kustomize, so that braces are meant for it. */
export function isFilledByOthers(pointer: Pointer): boolean {
  return OF_OTHERS.test(pointer);
}

/** Whether another program may fill in the text here: the Image Updater reads Go templates in annotations. */
export function mayBeFilledByOthers(pointer: Pointer): boolean {
  return OF_OTHERS.test(pointer) || PERHAPS.test(pointer);
}
