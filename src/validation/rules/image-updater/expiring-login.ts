import { readYaml } from '../../../languages/yaml-text';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../manifests/json';
import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { ofArgoCd } from '../scopes';

const ACCOUNT = /^https:\/\/\d{12}\.dkr\.ecr\.[\w-]+\.amazonaws\.com/;
const SERVICE = /^https:\/\/(api\.)?ecr\.([\w-]+)\.amazonaws\.com/;

/** Finds registries of AWS that will not answer, or not for long. */
export const expiringLogin = defineRule({
  id: 'image-updater/expiring-login',
  severity: 'warning',
  kinds: ['ConfigMap'],
  scope: ofArgoCd,
  since: '0.1.0',
  implements: ['E12'],
  title: 'a registry of AWS is that of an account, and its login is fetched again',
  rationale:
    'ecr.<region>.amazonaws.com is the API of the service; images are in <account>.dkr.ecr.<region>.amazonaws.com. A login there holds for '
    + 'twelve hours. Without credsexpire the Image Updater keeps the first one, and the next day the registry refuses it.',
  bad: config(''),
  good: config('\n        credentials: ext:/scripts/ecr-login.sh\n        credsexpire: 10h'),
  check({ id, manifest: { data } }, context) {
    if (id.name !== 'argocd-image-updater-config' || !isJsonObject(data)) return;
    const text = data['registries.conf'];
    // Most lists name no registry of AWS, and are not worth reading.
    if (typeof text !== 'string' || !text.includes('amazonaws.com')) return;
    for (const { name, api_url: url, credsexpire } of registriesIn(text)) {
      if (typeof url !== 'string') continue;
      const region = SERVICE.exec(url)?.[2];
      if (region !== undefined) {
        context.report(pointer('/data', 'registries.conf'), `the URL of ${String(name)} is the API of the service, which has no images`, {
          received: url, expected: `https://<account>.dkr.ecr.${region}.amazonaws.com`, fix: 'name the registry of the account, with a prefix and a login that is fetched again',
        });
      } else if (ACCOUNT.test(url) && credsexpire === undefined) {
        context.report(pointer('/data', 'registries.conf'), `the login of ${String(name)} expires and is never fetched again`, {
          expected: 'credentials: ext:<path> with credsexpire: 10h', fix: 'add credsexpire, and a script that prints the login',
        });
      }
    }
  },
});

type Registry = JsonObject & { readonly name?: string };

function registriesIn(text: string): Registry[] {
  const { value } = readYaml(text);
  const list = isJsonObject(value) ? value.registries : undefined;
  return Array.isArray(list) ? (list as readonly JsonValue[]).filter(isJsonObject) : [];
}

function config(login: string): string {
  return `apiVersion: v1
kind: ConfigMap
metadata:
  name: argocd-image-updater-config
  namespace: argocd
data:
  registries.conf: |
    registries:
      - name: ECR
        prefix: 123456789012.dkr.ecr.eu-central-1.amazonaws.com
        api_url: https://123456789012.dkr.ecr.eu-central-1.amazonaws.com${login}
`;
}
