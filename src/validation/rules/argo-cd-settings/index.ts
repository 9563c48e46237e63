import type { Rule } from '../../rule';
import { accounts } from './accounts';
import { customizationKeys } from './customization-keys';
import { customizationValues } from './customization-values';
import { customizationsMapFields } from './customizations-map';
import { decryptionEnabled } from './decryption-enabled';
import { deepLinks } from './deep-links';
import { globalProjects } from './global-projects';
import { ignoredFields } from './ignored-fields';
import { knownSettings } from './known-settings';
import { kustomizeVersions } from './kustomize-versions';
import { luaResults } from './lua-results';
import { luaSandbox } from './lua-sandbox';
import { luaSyntax } from './lua-syntax';
import { mapName } from './map-name';
import { needlessHealthCheck } from './needless-health-check';
import { oidcConfig } from './oidc-config';
import { openServer } from './open-server';
import { partOfLabel } from './part-of-label';
import { passwordPattern } from './password-pattern';
import { resourceKinds } from './resource-kinds';
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
  customizationsMapFields,
  decryptionEnabled,
  deepLinks,
  globalProjects,
  ignoredFields,
  knownSettings,
  kustomizeVersions,
  luaResults,
  luaSandbox,
  luaSyntax,
  mapName,
  needlessHealthCheck,
  oidcConfig,
  openServer,
  partOfLabel,
  passwordPattern,
  resourceKinds,
  secretLabel,
  settingShape,
  settingValues,
  signOnSecrets,
  signOnUrl,
  urls,
];
