import type { ConformanceLines } from '../line';

/** The Image Updater: argoproj-labs/argocd-image-updater. */
export const IMAGE_UPDATER: ConformanceLines = {
};
