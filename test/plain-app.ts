import * as path from 'node:path';
import { App } from 'cdk8s';

/** An app of cdk8s itself. Nothing is written unless a test synthesizes it, where that of `Testing` makes a temporary folder each time. */
export function plainApp(): App {
  return new App({ outdir: path.join(__dirname, '..', '.tmp', 'plain-app') });
}
