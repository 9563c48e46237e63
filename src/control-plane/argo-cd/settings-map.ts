import { ApiObject, Chart, Lazy } from 'cdk8s';
import type { Construct } from 'constructs';
import type { JsonObject } from '../../manifests/json';
import type { Manifest } from '../../manifests/manifest';
import { toYaml } from '../../manifests/yaml';
import { fail } from '../../render/construct-error';
import { declareFile } from '../../render/extra-files';
import { declareUnwritten } from '../../render/unwritten';
import { ArgoCdInstallation } from './argo-cd-installation';

/** What can be said of a ConfigMap whose name is given. */
export interface SettingsMapMetadata {
  /** Namespace of Argo CD. @default - that of the chart */
  readonly namespace?: string;
  /** Beside the one by which Argo CD finds it. Not with Helm values. @default - none */
  readonly labels?: Readonly<Record<string, string>>;
  /** Not with Helm values. @default - none */
  readonly annotations?: Readonly<Record<string, string>>;
}

/** A ConfigMap that Argo CD reads. */
export interface SettingsMap {
  readonly name: `argocd-${string}`;
  /** @default - those of the chart */
  readonly metadata?: SettingsMapMetadata;
  /** Its texts by their keys, asked for when everything is declared. */
  data(): Readonly<Record<string, string>>;
  /** The values from which the argo-cd chart makes it. */
  helmValues(data: Readonly<Record<string, string>>): JsonObject;
}

// Argo CD does not see a ConfigMap without it: partOfArgoCDSelector in util/settings/settings.go of argoproj/argo-cd.
const PART_OF = { 'app.kubernetes.io/part-of': 'argocd' };

/** Renders a ConfigMap of Argo CD in the form of the installation around the construct. */
export function renderSettingsMap(scope: Construct, map: SettingsMap): void {
  const metadata = { ...map.metadata, name: map.name, labels: { ...map.metadata?.labels, ...PART_OF } };
  const installation = ArgoCdInstallation.around(scope);
  if (!installation || installation.form.as === 'configMaps') {
    new ApiObject(scope, 'Resource', { apiVersion: 'v1', kind: 'ConfigMap', metadata, data: Lazy.any({ produce: () => sorted(map.data()) }) });
    return;
  }
  const manifest = (): Manifest => ({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { ...metadata, namespace: map.metadata?.namespace ?? Chart.of(scope).namespace },
    data: sorted(map.data()),
  });
  declareUnwritten(scope, manifest);
  if (installation.form.as === 'helmValues') {
    if (map.metadata?.labels || map.metadata?.annotations) throw fail(scope, 'the Helm chart makes the ConfigMap, with labels and annotations of its own. leave them out of metadata');
    installation._addValues(() => map.helmValues(sorted(map.data())));
  } else {
    const path = `${map.name}.patch.yaml`;
    installation._addPatch(path);
    // The ConfigMaps of the installation have no namespace, and Kustomize finds what it patches by the namespace too.
    declareFile(scope, { path, produce: () => toYaml([{ ...manifest(), metadata: { ...metadata, namespace: undefined } }]) });
  }
}

// Contributions come in the order of the program; a file should not depend on it.
function sorted(data: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(data).sort(([a], [b]) => (a < b ? -1 : 1)));
}
