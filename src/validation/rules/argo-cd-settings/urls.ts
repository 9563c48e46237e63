import { readYaml } from '../../../languages/yaml-text';
import { defineRule } from '../../rule';
import { ofArgoCd } from '../scopes';
import { ARGO_CD_CONFIG, exampleConfig, settingsIn } from './config-maps';

/** Finds addresses of Argo CD without a scheme. */
export const urls = defineRule({
  id: 'argo-cd-settings/urls',
  severity: 'error',
  kinds: ['ConfigMap'],
  scope: ofArgoCd,
  since: '0.1.0',
  implements: ['CD-198'],
  title: 'addresses in argocd-cm start with http:// or https://',
  rationale: 'Argo CD warns in its log and goes on: links in notifications, and the way back from signing in, lead nowhere.',
  bad: exampleConfig('url: argo-cd.example.com'),
  good: exampleConfig('url: https://argo-cd.example.com'),
  check(entry, context) {
    for (const { key, value, pointer } of settingsIn(entry, ARGO_CD_CONFIG)) {
      const addresses = key === 'url' || key === 'ui.bannerurl' ? [value] : key === 'additionalUrls' ? listIn(value) : [];
      for (const address of addresses) {
        if (address === '' || /^https?:\/\//i.test(address)) continue;
        context.report(pointer, `${key} has no scheme, so links lead nowhere`, { received: address, expected: `https://${address.replace(/^.*:\/\//, '')}`, fix: 'write the whole URL' });
      }
    }
  },
});

function listIn(text: string): string[] {
  const { value } = readYaml(text);
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}
