import type { Rule } from '../../rule';
import { applicationNamespace } from './application-namespace';
import { denials } from './denials';
import { deniesAll } from './denies-all';
import { destinationPermitted } from './destination-permitted';
import { emptyNamespaceList } from './empty-namespace-list';
import { groupName } from './group-name';
import { kindsPermitted } from './kinds-permitted';
import { namespacesPermitted } from './namespaces-permitted';
import { oneIntegrityPolicy } from './one-integrity-policy';
import { patternCompiles } from './pattern-compiles';
import { policySyntax } from './policy-syntax';
import { resourceKinds } from './resource-kinds';
import { roleName } from './role-name';
import { serviceAccount } from './service-account';
import { signatureKeysIgnored } from './signature-keys-ignored';
import { signingKeys } from './signing-keys';
import { sourcePermitted } from './source-permitted';
import { syncNeedsGet } from './sync-needs-get';
import { syncWindowClusters } from './sync-window-clusters';
import { syncWindowMatches } from './sync-window-matches';
import { syncWindowOpen } from './sync-window-open';
import { syncWindowTimes } from './sync-window-times';
import { syncWindowValues } from './sync-window-values';
import { syncWindowZone } from './sync-window-zone';
import { uniqueEntries } from './unique-entries';
import { wideOpen } from './wide-open';

/** The rules of this folder, sorted by id. */
export const PROJECTS_RULES: readonly Rule[] = [
  applicationNamespace,
  denials,
  deniesAll,
  destinationPermitted,
  emptyNamespaceList,
  groupName,
  kindsPermitted,
  namespacesPermitted,
  oneIntegrityPolicy,
  patternCompiles,
  policySyntax,
  resourceKinds,
  roleName,
  serviceAccount,
  signatureKeysIgnored,
  signingKeys,
  sourcePermitted,
  syncNeedsGet,
  syncWindowClusters,
  syncWindowMatches,
  syncWindowOpen,
  syncWindowTimes,
  syncWindowValues,
  syncWindowZone,
  uniqueEntries,
  wideOpen,
];
