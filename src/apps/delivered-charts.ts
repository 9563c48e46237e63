import type { Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { chartsByFolder } from '../app/charts-by-folder';
import { isWrittenTo } from '../fleet/written-repositories';
import { Source } from './source';
import { type OneSource, type SourceChoice, sourcesOf } from './source-choice';

/** The charts of the app that an Application delivers: those that it names, and those that are written to the folders of its sources. */
export function chartsOf(scope: IConstruct, choice: SourceChoice): readonly Chart[] {
  const charts = sourcesOf(choice.sourceHydrator ? beforeHydration(choice.sourceHydrator) : choice)
    .flatMap((source) => (source.chart ? [source.chart] : chartsIn(scope, source)));
  return [...new Set(charts)];
}

/** The source that is hydrated, as if it were applied as it is: its objects are the same ones. */
export function beforeHydration({ drySource }: NonNullable<SourceChoice['sourceHydrator']>): OneSource {
  return { source: Source.git(drySource) };
}

function chartsIn(scope: IConstruct, source: Source): readonly Chart[] {
  const { folder, repository } = source;
  if (folder === undefined || repository.type !== 'git' || makesOthers(source)) return [];
  const byFolder = chartsByFolder(scope);
  // Another repository may have folders of the same names.
  if (!isWrittenTo(scope, repository, () => new Set(byFolder.keys()))) return [];
  if (source._toKube().directory?.recurse !== true) return byFolder.get(folder) ?? [];
  const isBelow = (one: string): boolean => folder === '.' || `${one}/`.startsWith(`${folder}/`);
  return [...byFolder].filter(([one]) => isBelow(one)).flatMap(([, charts]) => charts);
}

/** Whether a tool makes other objects of the folder, or leaves some out. */
function makesOthers(source: Source): boolean {
  const { helm, plugin, directory, kustomize } = source._toKube();
  const { namePrefix, nameSuffix, namespace, components } = kustomize ?? {};
  const others = [helm, plugin, directory?.include, directory?.exclude, namePrefix, nameSuffix, namespace, components];
  return others.some((one) => one !== undefined);
}
