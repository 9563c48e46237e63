import { isJsonObject, type JsonValue } from '../../../manifests/json';
import { defineRule } from '../../rule';
import { ofArgoCd } from '../scopes';
import { eachText } from '../secrets/texts';
import { exampleNotifications, notificationsMap } from './notifications-map';

const SECRET_FIELDS = [
  'apikey', 'apikeys', 'bearertoken', 'nkey', 'password', 'privatekey', 'recipienturls', 'secret', 'servicekeys', 'signingsecret', 'token',
];

/** Finds credentials of services in plain text. */
export const secretReferences = defineRule({
  id: 'argo-cd-notifications/secret-references',
  severity: 'error',
  kinds: ['ConfigMap'],
  scope: ofArgoCd,
  since: '0.1.0',
  implements: ['CD-237'],
  title: 'credentials of notification services are keys of argocd-notifications-secret',
  rationale: 'Everybody who may read ConfigMaps, or the repository that this one is committed to, reads what stands here. Argo CD puts the value '
    + 'of a key of argocd-notifications-secret where the text says $key.',
  bad: exampleNotifications('service.slack: "token: hunter2"'),
  good: exampleNotifications('service.slack: "token: $slack-token"'),
  check(entry, context) {
    for (const { key, pointer, value } of notificationsMap(entry)?.services ?? []) {
      for (const field of plainSecrets(value)) {
        context.report(pointer, `${field} of ${key} stands here in plain text`, {
          expected: `$ and a key of argocd-notifications-secret`, fix: `write $${key.split('.').at(-1)!}-${field.split('.')[0]!.toLowerCase()}, keep the value in the Secret, and replace what was committed`,
        });
      }
    }
  },
});

function plainSecrets(options: JsonValue | undefined): string[] {
  const found: string[] = [];
  eachText(options, (text, path) => {
    if (text === '' || /\$[\w-]+|\{\{/.test(text)) return;
    if (path.some((part) => SECRET_FIELDS.includes(String(part).toLowerCase()))) found.push(path.join('.'));
  });
  for (const header of isJsonObject(options) && Array.isArray(options.headers) ? options.headers as readonly JsonValue[] : []) {
    if (!isJsonObject(header) || typeof header.name !== 'string' || typeof header.value !== 'string') continue;
    if (/authorization|token|api-?key|secret/i.test(header.name) && header.value !== '' && !/\$[\w-]+|\{\{/.test(header.value)) found.push(`headers.${header.name}`);
  }
  return found;
}
