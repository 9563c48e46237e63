import { defineRule } from '../../rule';
import { nearest } from '../../schema/similar-name';
import { ofArgoCd } from '../scopes';
import { ARGO_CD_CONFIG, exampleConfig, settingsIn } from './config-maps';
import { goBoolean } from './customization';

const CAPABILITIES = ['apiKey', 'login'];

/** Finds local accounts that are not what they seem. */
export const accounts = defineRule({
  id: 'argo-cd-settings/accounts',
  severity: 'error',
  kinds: ['ConfigMap'],
  scope: ofArgoCd,
  since: '0.1.0',
  implements: ['CD-201'],
  title: 'local accounts have the capabilities login and apiKey',
  rationale: 'Argo CD passes over a capability that it does not know, and a key with more parts than accounts.<name>.enabled. An enabled '
    + 'that is no boolean stops it from reading any account.',
  bad: exampleConfig('accounts.ci: apikey'),
  good: exampleConfig('accounts.ci: apiKey, login\naccounts.ci.enabled: "false"'),
  check(entry, context) {
    for (const { key, value, pointer } of settingsIn(entry, ARGO_CD_CONFIG)) {
      const [first, name, suffix, ...rest] = key.split('.');
      if (first !== 'accounts' || name === undefined) continue;
      if (rest.length > 0 || (suffix !== undefined && suffix !== 'enabled')) {
        context.report(pointer, 'Argo CD passes over this key of an account', {
          received: key, expected: 'accounts.<name> or accounts.<name>.enabled', fix: 'name the account without dots; passwords and tokens stand in argocd-secret',
        });
      } else if (suffix === 'enabled') {
        if (goBoolean(value) === undefined) context.report(pointer, 'Argo CD cannot read any account for this value', { received: JSON.stringify(value), expected: 'true or false', fix: 'write "true" or "false"' });
      } else {
        for (const capability of value.split(',').map((one) => one.trim())) {
          if (capability === '' || CAPABILITIES.includes(capability)) continue;
          const near = nearest(capability, CAPABILITIES);
          context.report(pointer, `the account ${name} does not get the capability ${JSON.stringify(capability)}, which does not exist`, {
            received: capability, expected: CAPABILITIES.join(', '), fix: near ? `did you mean ${near}?` : 'use one of those',
          });
        }
      }
    }
  },
});
