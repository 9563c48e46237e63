import type { ApiObject, Chart } from 'cdk8s';
import { isSelfContained } from '../app/self-contained';
import { addAnnotations } from '../render/additions';
import { MANIFEST_GENERATE_PATHS } from './application-annotations';
import { Source } from './source';
import type { SourceChoice } from './source-choice';

/**
 * The folder of each source itself. Argo CD then makes the manifests again only for commits that touch it, where it would otherwise do so
 * for all Applications with each commit to the repository.
 *
 * @see util/app/path/path.go (GetSourceRefreshPaths) in argoproj/argo-cd
 */
export const OWN_FOLDER = '.';

const derived = new WeakMap<ApiObject, SourceChoice>();

/** Annotates the Application with the paths that its manifests are made of, once every construct is there to say so. */
export function deriveGeneratePaths(application: ApiObject, sources: SourceChoice): void {
  derived.set(application, sources);
  addAnnotations(application, 'manifest-generate-paths', (object) => {
    const choice = derived.get(object);
    return choice && areChartsAlone(choice) ? { [MANIFEST_GENERATE_PATHS]: OWN_FOLDER } : undefined;
  });
}

function areChartsAlone({ source, sources }: SourceChoice): boolean {
  const all = source ? [source] : sources ?? [];
  return all.length > 0 && all.every((one) => one instanceof Source && one.chart !== undefined && isSelfContained(one.chart));
}

/** Whether a source of an ApplicationSet, wherever its path leads, is one of these charts and nothing else has a part in it. */
export function isOneOf(charts: readonly Chart[], source: Source): boolean {
  const { helm, kustomize, plugin, directory, ref } = source._toKube();
  const alone = [helm, kustomize, plugin, directory, ref].every((tool) => tool === undefined);
  return alone && charts.length > 0 && charts.every(isSelfContained);
}
