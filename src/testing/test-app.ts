import { randomUUID } from 'node:crypto';
import * as os from 'node:os';
import * as path from 'node:path';
import { ArgoApp, type ArgoAppProps } from '../app/argo-app';

/**
 * An app for tests: silent, and with an output folder of its own among the temporary files. Nothing is written unless the
 * test calls `synth()`.
 */
export class TestApp extends ArgoApp {
  public constructor(props: Omit<ArgoAppProps, 'outdir' | 'report'> = {}) {
    super({ ...props, outdir: path.join(os.tmpdir(), `cdk8s-argo-${randomUUID()}`), report: 'none' });
  }
}
