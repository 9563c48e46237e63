import { createHash } from 'node:crypto';

/** What a ConfigMap holds. */
export interface ConfigMapContent {
  readonly data: Readonly<Record<string, string>>;
  /** Base64. */
  readonly binaryData: Readonly<Record<string, string>>;
}

/** Ten characters that stay while the content stays, in whatever order it was written. */
export function contentHash({ data, binaryData }: ConfigMapContent): string {
  const sorted = [data, binaryData].map((entries) => Object.entries(entries).sort(([a], [b]) => (a < b ? -1 : 1)));
  return createHash('sha256').update(JSON.stringify(sorted)).digest('hex').slice(0, 10);
}
