import type { Rule } from '../../rule';
import { allowTags } from './allow-tags';
import { annotationsPlace } from './annotations-place';
import { annotationsRead } from './annotations-read';
import { applicationNamespace } from './application-namespace';
import { expiringLogin } from './expiring-login';
import { gitBranch } from './git-branch';
import { gitCredentials } from './git-credentials';
import { imageList } from './image-list';
import { knownAnnotation } from './known-annotation';
import { namePattern } from './name-pattern';
import { oneTarget } from './one-target';
import { platforms } from './platforms';
import { pullSecret } from './pull-secret';
import { registries } from './registries';
import { sourceType } from './source-type';
import { updateStrategy } from './update-strategy';
import { writeBackKept } from './write-back-kept';
import { writeBackMethod } from './write-back-method';
import { writeBackTarget } from './write-back-target';
import { writtenFile } from './written-file';

/** The rules of this folder, sorted by id. */
export const IMAGE_UPDATER_RULES: readonly Rule[] = [
  allowTags,
  annotationsPlace,
  annotationsRead,
  applicationNamespace,
  expiringLogin,
  gitBranch,
  gitCredentials,
  imageList,
  knownAnnotation,
  namePattern,
  oneTarget,
  platforms,
  pullSecret,
  registries,
  sourceType,
  updateStrategy,
  writeBackKept,
  writeBackMethod,
  writeBackTarget,
  writtenFile,
];
