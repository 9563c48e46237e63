import type { Rule } from '../../rule';
import { addedLabels } from './added-labels';
import { annotationValues } from './annotation-values';
import { argoCdNamespace } from './argo-cd-namespace';
import { chartVersion } from './chart-version';
import { childOrderNeedsHealth } from './child-order-needs-health';
import { containsItself } from './contains-itself';
import { deliveredOnce } from './delivered-once';
import { destinationOneOf } from './destination-one-of';
import { destinationRegistered } from './destination-registered';
import { directoryPatterns } from './directory-patterns';
import { filesBesideManifests } from './files-beside-manifests';
import { finalizerKnown } from './finalizer-known';
import { folderWritten } from './folder-written';
import { givenAnnotations } from './given-annotations';
import { helmValuesOnce } from './helm-values-once';
import { helmValuesReadable } from './helm-values-readable';
import { historyKept } from './history-kept';
import { hydratedOnce } from './hydrated-once';
import { hydratorCanPush } from './hydrator-can-push';
import { hydratorComplete } from './hydrator-complete';
import { ignoreDifferencesEffective } from './ignore-differences-effective';
import { ignoredEntryMatches } from './ignored-entry-matches';
import { ignoredFieldExists } from './ignored-field-exists';
import { ignoredPathCompiles } from './ignored-path-compiles';
import { kindManaged } from './kind-managed';
import { kustomizePatches } from './kustomize-patches';
import { kustomizeValues } from './kustomize-values';
import { nameFitsLabel } from './name-fits-label';
import { namespaceEnabled } from './namespace-enabled';
import { namespaceKnown } from './namespace-known';
import { namespaceMetadataUsed } from './namespace-metadata-used';
import { namespacePodSecurity } from './namespace-pod-security';
import { namespaceToCreate } from './namespace-to-create';
import { noOperation } from './no-operation';
import { oddName } from './odd-name';
import { orderedChildSyncsItself } from './ordered-child-syncs-itself';
import { patchTarget } from './patch-target';
import { pluginOfATool } from './plugin-of-a-tool';
import { refFound } from './ref-found';
import { refNames } from './ref-names';
import { refUsed } from './ref-used';
import { releaseName } from './release-name';
import { repositoryAddress } from './repository-address';
import { repositoryWithoutCredentials } from './repository-without-credentials';
import { retryDuration } from './retry-duration';
import { retryLimit } from './retry-limit';
import { revisionName } from './revision-name';
import { serverAddress } from './server-address';
import { serverAssembled } from './server-assembled';
import { sharedObject } from './shared-object';
import { sourceOneOf } from './source-one-of';
import { sourcePath } from './source-path';
import { sourceSettings } from './source-settings';
import { syncOptionDefault } from './sync-option-default';
import { syncOptionEffective } from './sync-option-effective';
import { syncOptionKnown } from './sync-option-known';
import { toolVersions } from './tool-versions';
import { valueFiles } from './value-files';

/** The rules of this folder, sorted by id. */
export const APPS_RULES: readonly Rule[] = [
  addedLabels,
  annotationValues,
  argoCdNamespace,
  chartVersion,
  childOrderNeedsHealth,
  containsItself,
  deliveredOnce,
  destinationOneOf,
  destinationRegistered,
  directoryPatterns,
  filesBesideManifests,
  finalizerKnown,
  folderWritten,
  givenAnnotations,
  helmValuesOnce,
  helmValuesReadable,
  historyKept,
  hydratedOnce,
  hydratorCanPush,
  hydratorComplete,
  ignoreDifferencesEffective,
  ignoredEntryMatches,
  ignoredFieldExists,
  ignoredPathCompiles,
  kindManaged,
  kustomizePatches,
  kustomizeValues,
  nameFitsLabel,
  namespaceEnabled,
  namespaceKnown,
  namespaceMetadataUsed,
  namespacePodSecurity,
  namespaceToCreate,
  noOperation,
  oddName,
  orderedChildSyncsItself,
  patchTarget,
  pluginOfATool,
  refFound,
  refNames,
  refUsed,
  releaseName,
  repositoryAddress,
  repositoryWithoutCredentials,
  retryDuration,
  retryLimit,
  revisionName,
  serverAddress,
  serverAssembled,
  sharedObject,
  sourceOneOf,
  sourcePath,
  sourceSettings,
  syncOptionDefault,
  syncOptionEffective,
  syncOptionKnown,
  toolVersions,
  valueFiles,
];
