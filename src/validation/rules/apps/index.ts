import type { Rule } from '../../rule';
import { annotationValues } from './annotation-values';
import { childOrderNeedsHealth } from './child-order-needs-health';
import { destinationOneOf } from './destination-one-of';
import { destinationRegistered } from './destination-registered';
import { directoryPatterns } from './directory-patterns';
import { folderWritten } from './folder-written';
import { helmValuesOnce } from './helm-values-once';
import { hydratorComplete } from './hydrator-complete';
import { ignoreDifferencesEffective } from './ignore-differences-effective';
import { kustomizeValues } from './kustomize-values';
import { namespaceMetadataUsed } from './namespace-metadata-used';
import { noOperation } from './no-operation';
import { pluginOfATool } from './plugin-of-a-tool';
import { refFound } from './ref-found';
import { refNames } from './ref-names';
import { repositoryWithoutCredentials } from './repository-without-credentials';
import { retryDuration } from './retry-duration';
import { retryLimit } from './retry-limit';
import { serverAssembled } from './server-assembled';
import { sourceOneOf } from './source-one-of';
import { sourcePath } from './source-path';
import { sourceSettings } from './source-settings';
import { syncOptionKnown } from './sync-option-known';
import { toolVersions } from './tool-versions';
import { valueFiles } from './value-files';

/** The rules of this folder, sorted by id. */
export const APPS_RULES: readonly Rule[] = [
  annotationValues,
  childOrderNeedsHealth,
  destinationOneOf,
  destinationRegistered,
  directoryPatterns,
  folderWritten,
  helmValuesOnce,
  hydratorComplete,
  ignoreDifferencesEffective,
  kustomizeValues,
  namespaceMetadataUsed,
  noOperation,
  pluginOfATool,
  refFound,
  refNames,
  repositoryWithoutCredentials,
  retryDuration,
  retryLimit,
  serverAssembled,
  sourceOneOf,
  sourcePath,
  sourceSettings,
  syncOptionKnown,
  toolVersions,
  valueFiles,
];
