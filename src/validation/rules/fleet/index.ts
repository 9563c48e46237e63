import type { Rule } from '../../rule';
import { clusterConfig } from './cluster-config';
import { clusterIdentity } from './cluster-identity';
import { clusterScope } from './cluster-scope';
import { inClusterEnabled } from './in-cluster-enabled';
import { lastApplied } from './last-applied';
import { registrationProjectExists } from './project-exists';
import { registeredAsDeclared } from './registered-as-declared';
import { registrationKeys } from './registration-keys';
import { repositoryAccess } from './repository-access';
import { repositoryIdentity } from './repository-identity';
import { repositoryValues } from './repository-values';
import { secretType } from './secret-type';

/** The rules of this folder, sorted by id. */
export const FLEET_RULES: readonly Rule[] = [
  clusterConfig,
  clusterIdentity,
  clusterScope,
  inClusterEnabled,
  lastApplied,
  registrationProjectExists,
  registeredAsDeclared,
  registrationKeys,
  repositoryAccess,
  repositoryIdentity,
  repositoryValues,
  secretType,
];
