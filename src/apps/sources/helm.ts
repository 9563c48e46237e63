import type { ApplicationSpecSourceHelm } from '../../../imports/types/argo-cd/application';
import { releaseNameProblem } from '../../languages/helm-release';
import { InputError } from '../../manifests/input-error';
import { helmValuesToKube } from './helm-values';
import type { RefFile } from './ref-file';

/**
 * A file with values: a path from the folder of the chart, or from the top of the repository if it begins with `/`; a URL; or a file of
 * a ref source.
 */
export type HelmFile = string | RefFile;

/** What Helm is told when it renders a chart. */
export interface HelmOptions {
  /**
   * Values of the chart, which win over those of `valueFiles`. A `null` removes a default of the chart.
   * @default - those of the chart and of `valueFiles`
   */
  readonly values?: object;
  /**
   * Files with values; a later one wins.
   * @default - `values.yaml` of the chart alone
   */
  readonly valueFiles?: readonly HelmFile[];
  /**
   * Whether a file of `valueFiles` may be absent.
   * @default false
   */
  readonly ignoreMissingValueFiles?: boolean;
  /**
   * Single values by their path, `{ 'image.tag': '1.4.0' }`, which win over all others. A text stays a text, also when it looks like a
   * number.
   * @default - none
   */
  readonly parameters?: Readonly<Record<string, string | number | boolean>>;
  /**
   * Single values by their path, whose text is the content of a file.
   * @default - none
   */
  readonly fileParameters?: Readonly<Record<string, HelmFile>>;
  /**
   * Name of the release.
   * @default - the name of the Application
   */
  readonly releaseName?: string;
  /**
   * Namespace that the chart is rendered for.
   * @default - that of the destination
   */
  readonly namespace?: string;
  /**
   * Major version of Helm that renders the chart.
   * @default - the one that Argo CD comes with
   */
  readonly version?: 'v3' | 'v4';
  /**
   * Whether the CRDs in the `crds` folder of the chart are left out.
   * @default false
   */
  readonly skipCrds?: boolean;
  /**
   * Whether the tests of the chart are left out.
   * @default false
   */
  readonly skipTests?: boolean;
  /**
   * Whether the values may break the `values.schema.json` of the chart.
   * @default false
   */
  readonly skipSchemaValidation?: boolean;
  /**
   * Whether the credentials of the repository are sent to every domain that its index names.
   * @default false
   */
  readonly passCredentials?: boolean;
  /**
   * Version of Kubernetes that the chart is rendered for: `1.36.0`.
   * @default - that of the destination
   */
  readonly kubeVersion?: string;
  /**
   * API versions that the chart takes for available: `monitoring.coreos.com/v1`.
   * @default - those of the destination
   */
  readonly apiVersions?: readonly string[];
}

/** What Argo CD is told; every file has been checked by the source that has the options. */
export function helmToKube(options: HelmOptions): ApplicationSpecSourceHelm {
  const { values, valueFiles, parameters, fileParameters, ...rest } = options;
  const { releaseName = '' } = rest;
  const problem = releaseName === '' || releaseName.includes('{{') ? undefined : releaseNameProblem(releaseName);
  if (problem !== undefined) throw new InputError(`the name of the Helm release is ${JSON.stringify(releaseName)}, which ${problem}. use small letters, digits and "-", such as web-api`);
  return {
    ...rest,
    ...(values && helmValuesToKube(values)),
    valueFiles: valueFiles?.map(String),
    parameters: parameters && Object.entries(parameters).map(([name, value]) => parameterToKube(name, value)),
    fileParameters: fileParameters && Object.entries(fileParameters).map(([name, file]) => ({ name, path: String(file) })),
  };
}

/** Every file that the options name. */
export function helmFiles({ valueFiles = [], fileParameters = {} }: HelmOptions): readonly HelmFile[] {
  return [...valueFiles, ...Object.values(fileParameters)];
}

/**
 * What `helm --set` makes something else of than a text.
 *
 * @see pkg/strvals/parser.go in helm/helm
 */
const READ_AS_NO_TEXT = /^(true|false|null|0|[+-]?[1-9]\d*)$/i;

function parameterToKube(name: string, value: string | number | boolean): { name: string; value: string; forceString?: boolean } {
  if (typeof value === 'string') {
    return { name, value, forceString: READ_AS_NO_TEXT.test(value) || value.includes('{{') || undefined };
  }
  if (typeof value === 'number' && !Number.isSafeInteger(value)) {
    throw new InputError(`the Helm parameter ${JSON.stringify(name)} is ${value}, which Helm would read as a text. put it into values`);
  }
  return { name, value: String(value) };
}
