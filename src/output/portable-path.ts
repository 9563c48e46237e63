/** The folder in the output folder that keeps who wrote what. */
export const INDEX_FOLDER = '.cdk8s-argo';

/** Exists while somebody writes into the output folder. */
export const LOCK_FOLDER = `${INDEX_FOLDER}/.lock`;

/**
 * What a JSON file of ours says, so that Argo CD does not take it for a manifest where an Application reads every folder below a path.
 *
 * @see reposerver/repository/repository.go (skipFileRenderingMarker) in argoproj/argo-cd
 */
export const KEPT_FROM_ARGO_CD = { note: '+argocd:skip-file-rendering' } as const;

/** Ends the name of a file that is not written yet. */
export const UNFINISHED = '.cdk8s-argo-tmp';

/**
 * Why a path below the output folder cannot be used on every file system, or undefined when it can. Paths have `/` between
 * their segments and never lead outside.
 */
export function complaintAbout(path: string): string | undefined {
  if (path === '') return 'it is empty';
  if (path.startsWith('/')) return 'it is absolute';
  if (/^[A-Za-z]:/.test(path)) return 'it starts with a drive letter';
  if (path.includes('\\')) return 'it has a backslash';
  const segments = path.split('/');
  if (fold(segments[0]!) === INDEX_FOLDER) return `${INDEX_FOLDER} keeps the index of written files`;
  for (const segment of segments) {
    const complaint = complaintAboutSegment(segment);
    if (complaint !== undefined) return complaint;
  }
  return undefined;
}

/** The same for one segment. */
export function complaintAboutSegment(segment: string): string | undefined {
  if (segment === '') return 'a segment is empty';
  if (segment === '.' || segment === '..') return `the segment "${segment}" leads elsewhere`;
  if (/[\0-\x1f\x7f-\x9f\u2028\u2029\ufeff]|\p{Surrogate}/u.test(segment)) return 'it has a control character';
  const sign = /[<>:"|?*\\/]/.exec(segment);
  if (sign) return `"${sign[0]}" is not allowed in file names everywhere`;
  if (/^ |[. ]$/.test(segment)) return `the segment "${segment}" starts with a space or ends with a space or dot`;
  if (/^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/i.test(segment)) return `"${segment}" is a device on Windows`;
  if (fold(segment) === '.git') return '.git belongs to Git';
  if (fold(segment).endsWith(UNFINISHED)) return `${UNFINISHED} marks unfinished files`;
  // 255 bytes are the limit of file systems; the rest is for suffixes such as `.k8s.yaml`.
  if (Buffer.byteLength(segment) > 200) return `the segment "${segment.slice(0, 20)}..." is longer than 200 bytes`;
  return undefined;
}

/** Two paths with equal folds are one file on a file system that ignores case or the composition of letters. */
export function fold(path: string): string {
  return path.normalize('NFC').toLowerCase();
}
