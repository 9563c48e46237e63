import { defineRule } from '../../rule';
import { ofArgoCd } from '../scopes';
import { ARGO_CD_CONFIG, exampleConfig, settingsIn } from './config-maps';

/** Finds single sign-on that cannot find its way back. */
export const signOnUrl = defineRule({
  id: 'argo-cd-settings/sign-on-url',
  severity: 'error',
  kinds: ['ConfigMap'],
  scope: ofArgoCd,
  since: '0.1.0',
  implements: ['CD-199', 'E50'],
  title: 'single sign-on comes with the URL of Argo CD',
  rationale: 'The provider sends people back to url. Without it Dex is not started, and signing in by OIDC ends at the provider.',
  needsWholeObject: true,
  bad: exampleConfig(`
oidc.config: |
  name: Okta
  issuer: https://org.okta.example.com
  clientID: argo-cd`),
  good: exampleConfig(`
url: https://argo-cd.example.com
oidc.config: |
  name: Okta
  issuer: https://org.okta.example.com
  clientID: argo-cd`),
  check(entry, context) {
    const settings = settingsIn(entry, ARGO_CD_CONFIG);
    const signOn = settings.find(({ key, value }) => (key === 'oidc.config' || key === 'dex.config') && value.trim() !== '');
    if (!signOn || settings.some(({ key, value }) => key === 'url' && value !== '')) return;
    context.report(signOn.pointer, `${signOn.key} is set and url is not, so people do not get back to Argo CD`, {
      expected: 'url: https://argo-cd.example.com', fix: 'add url',
    });
  },
});
