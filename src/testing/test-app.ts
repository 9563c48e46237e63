import { randomUUID } from 'node:crypto';
import * as os from 'node:os';
import * as path from 'node:path';
import { ArgoApp, type ArgoAppProps } from '../app/argo-app';
import type { SynthResult } from '../app/synth-result';
import { keepUntilExit } from './test-output';

/**
 * An app for tests: silent, and with an output folder of its own among the temporary files. Nothing is written unless the
 * test calls `synth()`, and what was written is removed when the process ends; under jest, which hides that from tests, at the end of
 * each test file, where `cdk8s-argo/testing/jest` is a setup file.
 */
export class TestApp extends ArgoApp {
  public constructor(props: Omit<ArgoAppProps, 'outdir' | 'report'> = {}) {
    super({ ...props, outdir: path.join(os.tmpdir(), `cdk8s-argo-${randomUUID()}`), report: 'none' });
  }

  /** Validates and writes, as `ArgoApp.synth` does. */
  public override synth(): SynthResult {
    keepUntilExit(this.outdir);
    return super.synth();
  }
}
