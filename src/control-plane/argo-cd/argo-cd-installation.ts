import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { adopt } from '../../app/adopt';
import { isJsonObject, type JsonObject } from '../../manifests/json';
import { yamlOf } from '../../manifests/yaml';
import { fail } from '../../render/construct-error';
import { declareFile } from '../../render/extra-files';

/** The configuration is written as the ConfigMaps that Argo CD reads, to be applied as they are. */
export interface ConfigMapsForm {
  /** Chooses this form. */
  readonly as: 'configMaps';
}

/** Argo CD is installed by its Helm chart, which makes the ConfigMaps from values. */
export interface HelmValuesForm {
  /** Chooses this form. */
  readonly as: 'helmValues';
  /**
   * A file that the values are written to, below the folder of the chart: `values.yaml`. It is no manifest, so it belongs in a chart of
   * its own, whose folder no Application delivers.
   * @default - none: the values are passed on as `helmValues`
   */
  readonly file?: string;
}

/** Argo CD is installed by Kustomize, which patches its ConfigMaps. */
export interface KustomizePatchesForm {
  /** Which form it is: patches for Kustomize. */
  readonly as: 'kustomizePatches';
  /**
   * What a `kustomization.yaml` beside the patches takes as its resources: the URL or folder of the installation manifests.
   * @default - no kustomization.yaml is written; name the patches in one of yours. Delivered without one, a patch is applied as the object
   */
  readonly resources?: readonly [string, ...string[]];
}

/** How Argo CD is installed, and so in which form it gets its configuration. */
export type ArgoCdInstallationProps = ConfigMapsForm | HelmValuesForm | KustomizePatchesForm;

/**
 * An Argo CD that is configured here. What is declared inside of it, `new ArgoCdConfig(argoCd, ...)` and its siblings, takes the form
 * of the installation; what is declared outside of one is a ConfigMap. Rules look at the ConfigMaps in every form.
 *
 * @see charts/argo-cd/values.yaml in argoproj/argo-helm
 */
export class ArgoCdInstallation extends Construct {
  /** The installation that a construct is declared in. */
  public static around(construct: Construct): ArgoCdInstallation | undefined {
    return construct.node.scopes.find((scope): scope is ArgoCdInstallation => scope instanceof ArgoCdInstallation);
  }

  private readonly values: (() => JsonObject)[] = [];
  private readonly patches: string[] = [];

  public constructor(
    scope: Construct,
    id: string,
    /** In which form the configuration is written. */
    public readonly form: ArgoCdInstallationProps,
  ) {
    super(scope, id);
    adopt(this);
    if (ArgoCdInstallation.around(scope)) throw fail(this, 'an installation stands in another one, so its parts would have two forms. declare them side by side');
    if (form.as === 'helmValues' && form.file !== undefined) declareFile(this, { path: form.file, produce: () => yamlOf(this.merged()) });
    if (form.as === 'kustomizePatches' && form.resources) declareFile(this, { path: 'kustomization.yaml', produce: () => this.kustomization(form.resources!) });
  }

  /**
   * Values for the argo-cd chart. What is contributed later is in them too: they are put together when they are read, which an
   * Application does when it is rendered. The chart passes them on as they are, so braces need no escaping.
   */
  public get helmValues(): JsonObject {
    if (this.form.as !== 'helmValues') throw fail(this, `the configuration is written as ${this.form.as}, so there are no values. say as: 'helmValues'`);
    const read = (key: string): JsonObject[string] => this.merged()[key];
    return {
      get configs() { return read('configs'); },
      get commitServer() { return read('commitServer'); },
      get notifications() { return read('notifications'); },
    };
  }

  /** @internal */
  public _addValues(values: () => JsonObject): void {
    this.values.push(values);
  }

  /** @internal */
  public _addPatch(path: string): void {
    this.patches.push(path);
  }

  private merged(): JsonObject {
    return this.values.reduce<JsonObject>((all, values) => deepMerge(all, values()), {});
  }

  private kustomization(resources: readonly string[]): string {
    return yamlOf({
      apiVersion: 'kustomize.config.k8s.io/v1beta1',
      kind: 'Kustomization',
      namespace: Chart.of(this).namespace,
      resources,
      patches: [...this.patches].sort().map((path) => ({ path })),
    });
  }
}

function deepMerge(one: JsonObject, other: JsonObject): JsonObject {
  const merged: Record<string, JsonObject[string]> = { ...one };
  for (const [key, value] of Object.entries(other)) {
    const before = merged[key];
    merged[key] = isJsonObject(before) && isJsonObject(value) ? deepMerge(before, value) : value;
  }
  return merged;
}
