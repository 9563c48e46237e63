import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { adopt } from '../app/adopt';
import { manifestFilesOf } from '../app/manifest-files';
import { dependsOnOthers } from '../app/self-contained';
import { setAffixes } from '../app/units';
import type { JsonObject } from '../manifests/json';
import { yamlOf } from '../manifests/yaml';
import { fail } from '../render/construct-error';
import { declareFile } from '../render/extra-files';
import { ARGO_TRANSFORMERS } from './argo-transformers';
import type { EncryptedFile } from './encrypted-file';

/** An image that Kustomize replaces. */
export interface KustomizeImage {
  /** The image as the manifests name it, without tag: `registry.example.com/web`. */
  readonly name: string;
  /**
   * Another repository for it.
   * @default - the same
   */
  readonly newName?: string;
  /**
   * Another tag for it.
   * @default - the same
   */
  readonly newTag?: string;
  /**
   * Digest of the image, in place of a tag: `sha256:...`.
   * @default - none
   */
  readonly digest?: string;
}

/** What a `Kustomization` is made of. */
export interface KustomizationProps {
  /**
   * What names begin with. An `Application` of the chart ignores what controllers write under the names that come of it.
   * @default - nothing
   */
  readonly namePrefix?: string;
  /**
   * What names end with, as `namePrefix`.
   * @default - nothing
   */
  readonly nameSuffix?: string;
  /**
   * Labels of each object. Selectors stay as they are: that of a Rollout can never change.
   * @default - none
   */
  readonly labels?: Readonly<Record<string, string>>;
  /**
   * Whether pods get the labels too, which rolls them when the labels change.
   * @default false
   */
  readonly includeTemplates?: boolean;
  /**
   * Images that are replaced. Each synth writes the whole file again, so what CI (`kustomize edit set image`) or the Image Updater puts
   * into it is lost. Say the tag here, or let them write to a kustomization.yaml of their own that builds on this folder.
   * @default - none
   */
  readonly images?: readonly KustomizeImage[];
  /**
   * Numbers of pods by the names of workloads.
   * @default - those of the manifests
   */
  readonly replicas?: Readonly<Record<string, number>>;
  /**
   * More files and folders of manifests, from the folder of the chart.
   * @default - none
   */
  readonly resources?: readonly string[];
  /**
   * Folders of Kustomize components, from the folder of the chart.
   * @default - none
   */
  readonly components?: readonly string[];
  /**
   * Secrets that SOPS has encrypted. KSOPS decrypts them in the repo server of Argo CD, which needs the program, the key, and
   * `kustomize.buildOptions: --enable-alpha-plugins --enable-exec`.
   * @default - none
   */
  readonly encryptedFiles?: readonly EncryptedFile[];
}

const TRANSFORMERS = 'argo-transformers.yaml';
const GENERATOR = 'sops-generator.yaml';

/**
 * A `kustomization.yaml` beside the manifests of a chart, so that Kustomize, and with it Argo CD, applies what the folder holds, and
 * overlays can build on it. It brings what Kustomize has to know of Rollouts: a prefix reaches the names in them too.
 *
 * What Kustomize changes is not validated: what is known here is better said in code, with `environment.choose` and `overlay`.
 */
export class Kustomization extends Construct {
  public constructor(scope: Construct, id: string, private readonly props: KustomizationProps = {}) {
    super(scope, id);
    adopt(this);
    const { encryptedFiles = [], images = [], namePrefix: prefix = '', nameSuffix: suffix = '' } = props;
    if (prefix + suffix !== '') setAffixes(Chart.of(this), { prefix, suffix });
    const twice = encryptedFiles.find(({ name }, i) => encryptedFiles.findIndex((other) => other.name === name) < i);
    if (twice) throw fail(this, `two encrypted files are named ${twice.name}, and one would overwrite the other. rename one`);
    for (const { name, digest, newTag, newName } of images) {
      if (digest !== undefined && newTag !== undefined) {
        throw fail(this, `the image ${name} gets a tag and a digest, and only the digest would count. give one of them`);
      }
      if ([digest, newTag, newName].every((change) => change === undefined)) {
        throw fail(this, `nobody has said what replaces the image ${name}. pass newTag, newName or digest`);
      }
    }
    // A file beside the manifests is all that is certain not to name others.
    if ([...props.resources ?? [], ...props.components ?? []].some((entry) => !/^[\w.-]+\.(?:ya?ml|json)$/.test(entry))) dependsOnOthers(Chart.of(this));
    declareFile(this, { path: 'kustomization.yaml', produce: () => yamlOf(this._toKube()) });
    declareFile(this, { path: TRANSFORMERS, produce: () => yamlOf(ARGO_TRANSFORMERS) });
    for (const { name, content } of encryptedFiles) declareFile(this, { path: name, produce: () => content });
    if (encryptedFiles.length > 0) declareFile(this, { path: GENERATOR, produce: () => yamlOf(generator(encryptedFiles)) });
  }

  /** @internal */
  public _toKube(): JsonObject {
    const { namePrefix, nameSuffix, labels, includeTemplates, images, replicas } = this.props;
    const { resources = [], components, encryptedFiles = [] } = this.props;
    const written = manifestFilesOf(Chart.of(this)).map((file) => file.split('/').at(-1)!);
    return {
      apiVersion: 'kustomize.config.k8s.io/v1beta1',
      kind: 'Kustomization',
      namePrefix,
      nameSuffix,
      resources: [...written, ...resources],
      components,
      generators: encryptedFiles.length > 0 ? [GENERATOR] : undefined,
      configurations: [TRANSFORMERS],
      labels: labels && [{ pairs: labels, includeTemplates: includeTemplates === true ? true : undefined }],
      images: images?.map((image) => ({ ...image })),
      replicas: replicas && Object.entries(replicas).map(([name, count]) => ({ name, count })),
    };
  }
}

/** What KSOPS is told. */
function generator(files: readonly EncryptedFile[]): JsonObject {
  return {
    apiVersion: 'viaduct.ai/v1',
    kind: 'ksops',
    metadata: { name: 'sops', annotations: { 'config.kubernetes.io/function': yamlOf({ exec: { path: 'ksops' } }) } },
    files: files.map(({ name }) => name),
  };
}
