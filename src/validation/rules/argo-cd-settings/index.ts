import type { Rule } from '../../rule';
import { accounts } from './accounts';
import { customizationKeys } from './customization-keys';
import { customizationValues } from './customization-values';
import { decryptionEnabled } from './decryption-enabled';
import { deepLinks } from './deep-links';
import { knownSettings } from './known-settings';
import { kustomizeVersions } from './kustomize-versions';
import { luaResults } from './lua-results';
import { luaSandbox } from './lua-sandbox';
import { luaSyntax } from './lua-syntax';
import { needlessHealthCheck } from './needless-health-check';
import { oidcConfig } from './oidc-config';
import { openServer } from './open-server';
import { partOfLabel } from './part-of-label';
import { secretLabel } from './secret-label';
import { settingShape } from './setting-shape';
import { settingValues } from './setting-values';
import { signOnSecrets } from './sign-on-secrets';
import { signOnUrl } from './sign-on-url';
import { urls } from './urls';

/** The rules of this folder, sorted by id. */
export const ARGO_CD_SETTINGS_RULES: readonly Rule[] = [
  accounts,
  customizationKeys,
  customizationValues,
  decryptionEnabled,
  deepLinks,
  knownSettings,
  kustomizeVersions,
  luaResults,
  luaSandbox,
  luaSyntax,
  needlessHealthCheck,
  oidcConfig,
  openServer,
  partOfLabel,
  secretLabel,
  settingShape,
  settingValues,
  signOnSecrets,
  signOnUrl,
  urls,
];
