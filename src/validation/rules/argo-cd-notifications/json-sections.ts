import { NOTIFICATION_FUNCTIONS } from '../../../languages/go-templates/function-names';
import { renderGoTemplate } from '../../../languages/go-templates/render';
import { GoMap, type GoValue, Unknown } from '../../../languages/go-templates/values';
import { isJsonObject, type JsonValue } from '../../../manifests/json';
import { defineRule } from '../../rule';
import { ofArgoCd } from '../scopes';
import { exampleTrigger, notificationsMap, textOf } from './notifications-map';

const JSON_FIELDS: ReadonlyArray<readonly [section: string, field: string]> = [
  ['slack', 'attachments'], ['slack', 'blocks'], ['teams', 'template'], ['teams', 'facts'], ['teams', 'sections'], ['teams', 'potentialAction'],
  ['teams-workflows', 'facts'], ['teams-workflows', 'sections'], ['teams-workflows', 'potentialAction'], ['teams-workflows', 'adaptiveCard'],
  ['mattermost', 'attachments'], ['rocketchat', 'attachments'],
];
const POLICIES = ['Post', 'PostAndUpdate', 'Update'];

/** Finds sections of templates that their services cannot read. */
export const jsonSections = defineRule({
  id: 'argo-cd-notifications/json-sections',
  severity: 'warning',
  kinds: ['ConfigMap'],
  scope: ofArgoCd,
  since: '0.1.0',
  implements: ['CD-238'],
  title: 'attachments, blocks and facts are JSON once they are filled in',
  rationale: 'Slack, Teams and Mattermost get lists as JSON in a text. Argo CD reads it when it sends, after the template is filled in: what '
    + 'is no JSON then is not sent. Messages of Argo CD have quotes and line breaks in them, so they need toJson, which brings quotes of its '
    + 'own. Another deliveryPolicy than the three that there are is read as Post.',
  bad: exampleTrigger({ slack: 'attachments: |\n  [{"text": "{{ .app.status.operationState.message }}"}]' }),
  good: exampleTrigger({ slack: 'attachments: |\n  [{"text": {{ .app.status.operationState.message | toJson }}}]' }),
  check(entry, context) {
    for (const { key, pointer, value } of notificationsMap(entry)?.templates ?? []) {
      if (!isJsonObject(value)) continue;
      for (const [section, field] of JSON_FIELDS) {
        const text = fieldOf(value[section], field);
        const problem = text === '' ? undefined : problemWith(text);
        if (problem) context.report(pointer, `${field} of ${section} in ${key} ${problem.what}, so nothing is sent`, problem);
      }
      const policy = fieldOf(value.slack, 'deliveryPolicy');
      if (policy !== '' && !POLICIES.includes(policy)) {
        context.report(pointer, `deliveryPolicy of ${key} is read as Post`, { received: policy, expected: POLICIES.join(', '), fix: 'take one of these' });
      }
    }
  },
});

interface Problem {
  readonly what: string;
  readonly received: string;
  readonly expected: string;
  readonly fix: string;
}

function fieldOf(section: JsonValue | undefined, field: string): string {
  return isJsonObject(section) ? textOf(section[field]) : '';
}

function problemWith(text: string): Problem | undefined {
  const plain = errorOf(text, PLAIN);
  if (plain !== undefined) return { what: 'is no JSON', received: plain, expected: 'JSON', fix: 'mend the JSON' };
  const quoted = errorOf(text, QUOTED);
  return quoted === undefined ? undefined : {
    what: 'is no JSON where the message of a sync has quotes in it',
    received: quoted, expected: '{{ .app.status.operationState.message | toJson }} without quotes around it', fix: 'let toJson write the quotes',
  };
}

function errorOf(text: string, data: GoValue): string | undefined {
  const outcome = renderGoTemplate(text, data, { functions: NOTIFICATION_FUNCTIONS });
  if (!('text' in outcome) || outcome.text.trim() === '') return undefined;
  try {
    JSON.parse(outcome.text);
    return undefined;
  } catch (error) {
    return (error as Error).message.split('\n')[0]!;
  }
}

const PLAIN = dataWith('one object could not be applied');
const QUOTED = dataWith('error when patching "web.yaml":\nthe field is immutable');

// What an Application surely has, after a sync that failed. Of everything else nobody knows.
function dataWith(message: string): GoValue {
  const others = new Unknown('what else there is');
  const open = (fields: Readonly<Record<string, GoValue>>): GoMap => new GoMap(new Map(Object.entries(fields)), 'any', others);
  return open({
    serviceType: 'slack',
    context: open({ argocdUrl: 'https://argocd.example.com' }),
    app: open({
      metadata: open({ name: 'web', namespace: 'argocd' }),
      spec: open({
        project: 'shop',
        source: open({ repoURL: 'https://git.example.com/org/manifests.git', path: 'web', targetRevision: 'main' }),
        destination: open({ server: 'https://kubernetes.default.svc', namespace: 'shop' }),
      }),
      status: open({
        sync: open({ status: 'OutOfSync', revision: '0a1b2c3' }),
        health: open({ status: 'Degraded' }),
        operationState: open({
          phase: 'Failed', message, startedAt: '2026-01-02T03:04:05Z', finishedAt: '2026-01-02T03:05:05Z',
          syncResult: open({ revision: '0a1b2c3' }),
        }),
      }),
    }),
  });
}
