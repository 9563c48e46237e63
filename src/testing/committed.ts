import type { ArgoApp } from '../app/argo-app';
import { InputError } from '../manifests/input-error';
import { TestApp } from './test-app';

/**
 * Fails a test when the YAML that is committed is not what the program makes, and shows the lines that differ. Writes nothing. The app is
 * the one that the program synthesizes, with the output folder that is committed: a `TestApp` has one of its own, where nothing is.
 *
 * @throws Error with the files and lines that differ
 */
export function expectCommitted(app: ArgoApp): void {
  if (app instanceof TestApp) {
    throw new InputError(
      'expectCommitted was given a TestApp, which has no committed folder to compare with. '
      + "give it the app of your program, made with its outdir: new ArgoApp({ outdir: 'dist' })",
    );
  }
  const comparison = app.compare();
  if (!comparison.upToDate) throw new Error(comparison.toString());
}
