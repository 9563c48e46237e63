import type { ApplicationSpecSource } from '../../../imports/types/argo-cd/application';
import { type DirectoryOptions, directoryToKube } from './directory';
import { type HelmOptions, helmToKube } from './helm';
import { type KustomizeOptions, kustomizeToKube } from './kustomize';
import { type PluginOptions, pluginToKube } from './plugin';

/**
 * What renders the folder of a source, and what it is told: at most one. Without any, Argo CD looks: a `Chart.yaml` is rendered by
 * Helm, a `kustomization.yaml` built by Kustomize, anything else read as plain files.
 *
 * @see pkg/apis/application/v1alpha1/types.go (ExplicitType) in argoproj/argo-cd
 */
export type SourceTool =
  | { readonly helm: HelmOptions; readonly kustomize?: never; readonly directory?: never; readonly plugin?: never }
  | { readonly kustomize: KustomizeOptions; readonly helm?: never; readonly directory?: never; readonly plugin?: never }
  | { readonly directory: DirectoryOptions; readonly helm?: never; readonly kustomize?: never; readonly plugin?: never }
  | { readonly plugin: PluginOptions; readonly helm?: never; readonly kustomize?: never; readonly directory?: never }
  | { readonly helm?: never; readonly kustomize?: never; readonly directory?: never; readonly plugin?: never };

/** The part of a source that says how it is rendered. */
export function toolToKube({ helm, kustomize, directory, plugin }: SourceTool): Pick<ApplicationSpecSource, 'helm' | 'kustomize' | 'directory' | 'plugin'> {
  return {
    helm: helm && helmToKube(helm),
    kustomize: kustomize && kustomizeToKube(kustomize),
    directory: directory && directoryToKube(directory),
    plugin: plugin && pluginToKube(plugin),
  };
}
