import { readFileSync } from 'node:fs';

/** One upstream file, and the kinds that are taken from it. */
export interface Source {
  /** The upstream repository: `argoproj/argo-rollouts`. */
  readonly project: string;
  /** The release that the file belongs to. */
  readonly tag: string;
  /** Where anyone can read the file. */
  readonly url: string;
  /** Its name in a local folder of the same files, see `--from`. */
  readonly file: string;
  /** Folder of the wire types, below `imports/types`. */
  readonly types: string;
  /** Kinds of a file of CustomResourceDefinitions. */
  readonly kinds?: readonly string[];
  /** Kinds of a file of Kubernetes definitions. */
  readonly kubernetes?: KubernetesSource;
}

/** What is taken from the definitions of one Kubernetes release. */
export interface KubernetesSource {
  /** The target that the schemas stand for: `1.36`. */
  readonly target: string;
  /** Whether wire types are written too; one release is enough for the constructs. */
  readonly writeTypes: boolean;
  /** `apps/v1/Deployment`, `v1/Pod`. */
  readonly kinds: readonly string[];
  /** Kinds whose `spec` is not looked into. */
  readonly opaque: readonly string[];
}

/** Reads the list of upstream files. */
export function readSources(path: string): readonly Source[] {
  return JSON.parse(readFileSync(path, 'utf8')) as Source[];
}

/** How generated files name where they come from: `argoproj/argo-rollouts v1.9.1`. */
export function originOf(source: Source): string {
  return `${source.project} ${source.tag}`;
}
