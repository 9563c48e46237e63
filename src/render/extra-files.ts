import type { IConstruct } from 'constructs';

/** A file that is written beside the manifests of a chart. */
export interface ExtraFile {
  /** Below the folder of the chart, with `/` between the segments: `kustomization.yaml`. */
  readonly path: string;
  /** Its whole content. Called once a synth, when every construct is there. */
  produce(): string;
}

const files = new WeakMap<IConstruct, ExtraFile[]>();

/**
 * Says that a file belongs beside the manifests of the construct's chart. An `ArgoApp` writes it, owns it and removes it as it does
 * the manifests; a plain `cdk8s.App` writes manifests alone.
 */
export function declareFile(scope: IConstruct, file: ExtraFile): void {
  const known = files.get(scope) ?? [];
  known.push(file);
  files.set(scope, known);
}

/** The files that the construct declared. */
export function filesOf(construct: IConstruct): readonly ExtraFile[] {
  return files.get(construct) ?? [];
}
