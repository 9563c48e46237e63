import type { Rule } from '../../rule';
import { credentialByName } from './credential-by-name';
import { credentialInText } from './credential-in-text';
import { plainPatch } from './plain-patch';
import { plainSecret } from './plain-secret';
import { plainTemplate } from './plain-template';
import { sealedValue } from './sealed-value';
import { templateKeys } from './template-keys';

/** The rules of this folder, sorted by id. */
export const SECRETS_RULES: readonly Rule[] = [
  credentialByName,
  credentialInText,
  plainPatch,
  plainSecret,
  plainTemplate,
  sealedValue,
  templateKeys,
];
