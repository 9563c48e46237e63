import { ofKind } from '../../../manifests/entry-index';
import { isJsonObject } from '../../../manifests/json';
import type { ManifestEntry } from '../../../manifests/manifest-set';
import { readSetOnce } from '../../../manifests/read-once';
import { defineRule } from '../../rule';
import { APPLICATION_KINDS, applicationSpec } from '../apps/application-spec';
import { exampleApplication } from '../apps/example-application';
import { joinDocuments } from '../rollouts/example-rollout';
import { ofArgoCd } from '../scopes';
import { exampleNotifications, notificationsMap } from './notifications-map';
import { printedBy, templateTexts } from './template-texts';

interface Absent {
  readonly path: string;
  readonly of: string;
  readonly prints: string;
  readonly instead: string;
}

const OF_SEVERAL_SOURCES: readonly Absent[] = [
  { path: 'app.spec.source', of: 'Applications with several sources', prints: '<no value>', instead: '{{ range .app.spec.sources }}' },
  { path: 'app.status.sync.revision', of: 'Applications with several sources', prints: '<no value>', instead: '{{ .app.status.sync.revisions }}' },
  {
    path: 'app.status.operationState.syncResult.revision', of: 'Applications with several sources', prints: 'nothing',
    instead: '{{ .app.status.operationState.syncResult.revisions }}',
  },
];
const OF_NAMED_CLUSTERS: readonly Absent[] = [{
  path: 'app.spec.destination.server', of: 'Applications whose cluster is given by its name', prints: '<no value>', instead: '{{ .app.spec.destination.name }}',
}];
const OF_SERVERS: readonly Absent[] = [{
  path: 'app.spec.destination.name', of: 'Applications whose cluster is given by its address', prints: '<no value>', instead: '{{ .app.spec.destination.server }}',
}];

/** Finds templates that print `<no value>`. */
export const noValue = defineRule({
  id: 'argo-cd-notifications/no-value',
  severity: 'warning',
  kinds: ['ConfigMap'],
  scope: ofArgoCd,
  since: '0.1.0',
  implements: ['CD-235'],
  title: 'templates of notifications print what Applications have',
  rationale: 'What is not there is printed as <no value>. An Application with several sources has revisions in place of a revision, one whose '
    + 'cluster is given by name has no server, and .context holds what the ConfigMap says and no more. Looked at with the Applications that '
    + 'are among the manifests.',
  needsWholeObject: true,
  bad: joinDocuments(example('{{ .app.spec.destination.server }}'), application()),
  good: joinDocuments(example('{{ .app.spec.destination.name }}'), application()),
  check(entry, context) {
    const map = notificationsMap(entry);
    if (!map || map.isLegacy) return;
    const absent = absentIn(context.manifests);
    // What has no service is one part of several, and the context may be in another.
    const isWhole = map.services.length > 0 || map.context !== undefined;
    const said = isJsonObject(map.context?.value) ? Object.keys(map.context.value) : [];
    for (const { key, pointer, value } of map.templates) {
      const printed = new Set(templateTexts(value).flatMap(({ text }) => printedBy(text)).map((path) => path.join('.')));
      for (const path of printed) {
        const [first, name, ...more] = path.split('.');
        if (isWhole && first === 'context' && name !== undefined && more.length === 0 && name !== 'notificationType' && !said.includes(name)) {
          context.report(pointer, `${key} prints <no value>, as the context has no ${name}`, {
            received: `.${path}`, expected: said.join(', ') || 'the key context', fix: `add ${name} to context`,
          });
        }
        const missing = absent.find((one) => path === one.path || path.startsWith(`${one.path}.`));
        if (missing) {
          context.report(pointer, `${key} prints ${missing.prints} for ${missing.of}`, {
            received: `.${path}`, expected: `{{ if .${missing.path} }} around it`, fix: `say ${missing.instead} for these`,
          });
        }
      }
    }
  },
});

const absentIn = readSetOnce(({ entries }): readonly Absent[] => {
  const applications = APPLICATION_KINDS.flatMap((kind) => ofKind(entries, kind));
  return [
    ...applications.some((entry) => applicationSpec(entry).at('sources').items.length > 0) ? OF_SEVERAL_SOURCES : [],
    ...applications.some((entry) => has(entry, 'name') && !has(entry, 'server')) ? OF_NAMED_CLUSTERS : [],
    ...applications.some((entry) => has(entry, 'server') && !has(entry, 'name')) ? OF_SERVERS : [],
  ];
});

function has(entry: ManifestEntry, field: 'name' | 'server'): boolean {
  return applicationSpec(entry).at('destination', field).text !== '';
}

function example(cluster: string): string {
  return exampleNotifications(`
service.slack: "token: $slack-token"
template.failed: |
  message: "could not be synced to ${cluster}"
trigger.on-sync-failed: |
  - when: app.status.operationState?.phase == 'Failed'
    send: [failed]`);
}

function application(): string {
  return exampleApplication(`
source:
  repoURL: https://git.example.com/org/manifests.git
  targetRevision: main
  path: web
destination:
  name: production
  namespace: shop
`);
}
