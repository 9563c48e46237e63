/** What is wrong with the folder that a layout made, if something is. Types say most of it, and programs without types do not. */
export function segmentsProblem(segments: unknown): string | undefined {
  const wanted = 'a list of texts is wanted: [cluster, environment, chart]';
  if (!Array.isArray(segments)) return `layout.folder gave ${shownKind(segments)}; ${wanted}`;
  for (const segment of segments as readonly unknown[]) {
    if (segment !== undefined && typeof segment !== 'string') return `layout.folder gave a list with ${shownKind(segment)}; ${wanted}`;
    const sign = /[[\]{}]/.exec(segment ?? '')?.[0];
    if (sign !== undefined) return `layout.folder gave ${JSON.stringify(segment)}, and Argo CD takes ${sign} for a part of a pattern or a template. leave it out`;
  }
  return undefined;
}

function shownKind(value: unknown): string {
  if (value instanceof Promise) return 'a promise';
  if (value === null || value === undefined) return String(value);
  return typeof value === 'object' || typeof value === 'function' ? `a value of the type ${typeof value}` : JSON.stringify(value);
}
