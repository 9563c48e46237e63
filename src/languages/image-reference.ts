/** A container image as Kubernetes names it. */
export interface ImageReference {
  /** Registry and path: `registry.example.com/shop/web`. */
  readonly repository: string;
  readonly tag?: string;
  /** What the image is, byte for byte: `sha256:` and 64 digits. Where there is one, the tag is but a note for people. */
  readonly digest?: string;
}

// The grammar of references and digests. @see reference/regexp.go in distribution/reference, and digest.go in opencontainers/go-digest.
const LABEL = '[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?';
const DOMAIN = `(?:${LABEL}(?:\\.${LABEL})*|\\[[a-fA-F0-9:]+\\])(?::[0-9]+)?`;
const SEGMENT = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*';
const REPOSITORY = `(?:${DOMAIN}/)?${SEGMENT}(?:/${SEGMENT})*`;
const TAG = '[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}';
const DIGEST = 'sha256:[a-f0-9]{64}|sha384:[a-f0-9]{96}|sha512:[a-f0-9]{128}';
const REFERENCE = new RegExp(`^(${REPOSITORY})(?::(${TAG}))?(?:@(${DIGEST}))?$`);
const VERSION = new RegExp(`^(?:(${TAG})(?:@(${DIGEST}))?|@?(${DIGEST}))$`);

/** Reads `registry.example.com/shop/web:v2.1.0@sha256:...`; undefined when it is no reference. */
export function parseReference(text: string): ImageReference | undefined {
  const [, repository, tag, digest] = REFERENCE.exec(text) ?? [];
  return repository === undefined || repository.length > 255 ? undefined : { repository, tag, digest };
}

/** Reads what may follow a repository: `v2.1.0`, `v2.1.0@sha256:...`, `sha256:...`. */
export function parseVersion(text: string): Omit<ImageReference, 'repository'> | undefined {
  const found = VERSION.exec(text);
  return found ? { tag: found[1], digest: found[2] ?? found[3] } : undefined;
}

/** The reference as manifests have it. */
export function showReference({ repository, tag, digest }: ImageReference): string {
  return `${repository}${tag === undefined ? '' : `:${tag}`}${digest === undefined ? '' : `@${digest}`}`;
}

/** Whether the same reference may be another image tomorrow, without anybody having changed anything. */
export function isMoving({ tag, digest }: ImageReference): boolean {
  return digest === undefined && (tag === undefined || tag === 'latest');
}
