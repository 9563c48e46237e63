import type { ArgoApp } from '../app/argo-app';

/**
 * Fails a test when the YAML that is committed is not what the program makes, and shows the lines that differ. Writes nothing.
 *
 * @throws Error with the files and lines that differ
 */
export function expectCommitted(app: ArgoApp): void {
  const comparison = app.compare();
  if (!comparison.upToDate) throw new Error(comparison.toString());
}
