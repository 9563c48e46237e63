import type { Rule } from '../../rule';
import { childTemplate } from './child-template';
import { cloneProtocol } from './clone-protocol';
import { clusterDecision } from './cluster-decision';
import { configNamed } from './config-named';
import { destinationShared } from './destination-shared';
import { emptyElement } from './empty-element';
import { expands } from './expands';
import { filterRegexp } from './filter-regexp';
import { folderWritten } from './folder-written';
import { freeTextFits } from './free-text-fits';
import { generatedApplications } from './generated-applications';
import { generatorChildren } from './generator-children';
import { generatorFilled } from './generator-filled';
import { generatorGives } from './generator-gives';
import { generatorType } from './generator-type';
import { gitGenerator } from './git-generator';
import { goTemplate } from './go-template';
import { inClusterRegistered } from './in-cluster-registered';
import { labelCertain } from './label-certain';
import { labelsCarried } from './labels-carried';
import { largeNumber } from './large-number';
import { listElements } from './list-elements';
import { makesSomething } from './makes-something';
import { mergeFits } from './merge-fits';
import { mergeKeys } from './merge-keys';
import { nameNormalized } from './name-normalized';
import { nameStable } from './name-stable';
import { namesValid } from './names-valid';
import { namespaceEnabled } from './namespace-enabled';
import { oneOwner } from './one-owner';
import { oneRevision } from './one-revision';
import { openedBraces } from './opened-braces';
import { parameterProvided } from './parameter-provided';
import { patchedApplications } from './patched-applications';
import { pluginConfig } from './plugin-config';
import { policyHonoured } from './policy-honoured';
import { progressiveSyncs } from './progressive-syncs';
import { providerOneOf } from './provider-one-of';
import { requestState } from './request-state';
import { requeueTime } from './requeue-time';
import { rollingSyncAutomated } from './rolling-sync-automated';
import { rollingSyncCovers } from './rolling-sync-covers';
import { rollingSyncFields } from './rolling-sync-fields';
import { rollingSyncOnce } from './rolling-sync-once';
import { rollingSyncPaused } from './rolling-sync-paused';
import { selectedLabels } from './selected-labels';
import { selectorSyntax } from './selector-syntax';
import { templateNamespace } from './template-namespace';
import { templateOptions } from './template-options';
import { templateParses } from './template-parses';
import { templatePatch } from './template-patch';
import { templateStable } from './template-stable';
import { templatedProject } from './templated-project';
import { uniqueNames } from './unique-names';
import { waveInTemplate } from './wave-in-template';

/** The rules of this folder, sorted by id. */
export const APPSETS_RULES: readonly Rule[] = [
  childTemplate,
  cloneProtocol,
  clusterDecision,
  configNamed,
  destinationShared,
  emptyElement,
  expands,
  filterRegexp,
  folderWritten,
  freeTextFits,
  generatedApplications,
  generatorChildren,
  generatorFilled,
  generatorGives,
  generatorType,
  gitGenerator,
  goTemplate,
  inClusterRegistered,
  labelCertain,
  labelsCarried,
  largeNumber,
  listElements,
  makesSomething,
  mergeFits,
  mergeKeys,
  nameNormalized,
  nameStable,
  namesValid,
  namespaceEnabled,
  oneOwner,
  oneRevision,
  openedBraces,
  parameterProvided,
  patchedApplications,
  pluginConfig,
  policyHonoured,
  progressiveSyncs,
  providerOneOf,
  requestState,
  requeueTime,
  rollingSyncAutomated,
  rollingSyncCovers,
  rollingSyncFields,
  rollingSyncOnce,
  rollingSyncPaused,
  selectedLabels,
  selectorSyntax,
  templateNamespace,
  templateOptions,
  templateParses,
  templatePatch,
  templateStable,
  templatedProject,
  uniqueNames,
  waveInTemplate,
];
