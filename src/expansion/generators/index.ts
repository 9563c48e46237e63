import type { GeneratorFunction } from '../context';
import { clusterSets } from './clusters';
import { clusterDecisionSets, pluginSets, pullRequestSets, scmProviderSets } from './elsewhere';
import type { GeneratorType } from './generator-types';
import { gitSets } from './git';
import { listSets } from './list';
import { matrixSets } from './matrix';
import { mergeSets } from './merge';

/** What each type of generator gives. */
export const GENERATORS: Readonly<Record<GeneratorType, GeneratorFunction>> = {
  list: listSets,
  clusters: clusterSets,
  git: gitSets,
  scmProvider: scmProviderSets,
  clusterDecisionResource: clusterDecisionSets,
  pullRequest: pullRequestSets,
  matrix: matrixSets,
  merge: mergeSets,
  plugin: pluginSets,
};
