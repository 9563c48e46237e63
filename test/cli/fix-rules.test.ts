import { readFileSync } from 'node:fs';
import { cli } from './cli';
import { inScratchFolder } from './scratch-folder';

const write = inScratchFolder();

const object = (apiVersion: string, kind: string, name: string, rest: string): string => `# ours
apiVersion: ${apiVersion}
kind: ${kind}
metadata:
  name: ${name}   # the name
  namespace: argocd
${rest}`;
const configMap = (name: string, rest: string): string => object('v1', 'ConfigMap', name, `  labels: {app.kubernetes.io/part-of: argocd}\n${rest}`);
const annotated = (line: string): string => object('batch/v1', 'Job', 'migrate', `  annotations:
    argocd.argoproj.io/hook: PreSync
    ${line}   # so
spec: {template: {spec: {restartPolicy: Never, containers: [{name: migrate, image: 'registry.example.com/migrate:1'}]}}}
`);

const application = (annotations: string): string => object('argoproj.io/v1alpha1', 'Application', 'shop', `  annotations:
${annotations}spec:
  project: shop
  source: {repoURL: https://git.example.com/shop.git, path: shop, targetRevision: main, kustomize: {}}
  destination: {server: https://kubernetes.default.svc, namespace: shop}
`);
const routed = (nginx: string, annotations = ''): string => object('argoproj.io/v1alpha1', 'Rollout', 'web', `${annotations && `  annotations:\n${annotations}`}spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec: {containers: [{name: web, image: 'registry.example.com/web:1'}]}
  strategy:
    canary:
      stableService: web
      canaryService: web-canary
      trafficRouting:
        nginx:
          stableIngress: web
          ${nginx}
      steps: [{setWeight: 20}]
`);

const notifications = (template: string): string => configMap('argocd-notifications-cm', `data:
  service.slack: "token: $slack-token"
  template.failed: |-   # for all
${template}  trigger.on-sync-failed: |
    - when: app.status.operationState?.phase in ['Error', 'Failed']
      send: [failed]
  subscriptions: |
    - recipients: [slack:releases]
      triggers: [on-sync-failed]
`);

test.each<[rule: string, text: string, wrong: string | RegExp, right: string | ((wrong: string) => string)]>([
  ['rbac/known-key', configMap('argocd-rbac-cm', 'data:\n  policy.defualt: role:readonly   # for all\n'), 'policy.defualt', 'policy.default'],
  ['argo-cd-settings/known-settings', configMap('argocd-cm', 'data:\n  timeout.reconcilation: 120s   # short\n'), 'timeout.reconcilation', 'timeout.reconciliation'],
  ['apps/sync-option-known', application('').replace('  source', "  syncPolicy: {syncOptions: ['PruneLast = True', CreateNamespace=true]}\n  source"), "'PruneLast = True'", 'PruneLast=true'],
  ['apps/retry-duration', application('').replace('  source', '  syncPolicy: {retry: {limit: 5, backoff: {duration: 5 seconds, maxDuration: 3m}}}\n  source'), '5 seconds', '5s'],
  ['sync/hook-delete-policy', annotated('argocd.argoproj.io/hook-delete-policy: HookSucceeded, hookfailed'), 'hookfailed', 'HookFailed'],
  ['sync/sync-options-annotation', annotated('argocd.argoproj.io/sync-options: Prune=false, Replace=True'), 'Replace=True', 'Replace=true'],
  ['fleet/secret-type', object('v1', 'Secret', 'shop', '  labels:\n    argocd.argoproj.io/secret-type: Repository   # not a cluster\nstringData: {url: https://git.example.com/shop.git}\n'), 'type: Repository', 'type: repository'],
  ['fleet/registration-keys', object('v1', 'Secret', 'shop', '  labels: {argocd.argoproj.io/secret-type: repository}\nstringData:\n  url: https://git.example.com/shop.git\n  projet: shop   # of the shop\n'), 'projet', 'project'],
  ['appsets/generator-type', object('argoproj.io/v1alpha1', 'ApplicationSet', 'shop', `spec:
  goTemplate: true
  goTemplateOptions: [missingkey=error]
  generators:
    - cluster: {}   # all of them
  template:
    metadata: {name: 'shop-{{ .name }}'}
    spec:
      project: shop
      source: {repoURL: https://git.example.com/shop.git, path: shop, targetRevision: main}
      destination: {server: '{{ .server }}', namespace: shop}
`), 'cluster:', 'clusters:'],
  ['image-updater/known-annotation', object('argoproj.io/v1alpha1', 'Application', 'shop', `  annotations:
    argocd-image-updater.argoproj.io/image-list: web=registry.example.com/web
    argocd-image-updater.argoproj.io/web.update-stratgy: newest-build   # as built
spec:
  project: shop
  source: {repoURL: https://git.example.com/shop.git, path: shop, targetRevision: main, kustomize: {}}
  destination: {server: https://kubernetes.default.svc, namespace: shop}
`), 'stratgy', 'strategy'],
  ['image-updater/update-strategy', application(`    argocd-image-updater.argoproj.io/image-list: web=registry.example.com/web
    argocd-image-updater.argoproj.io/web.update-strategy: latest   # as built
    argocd-image-updater.argoproj.io/web.allow-tags: regexp:^main-
`), 'latest', 'newest-build'],
  ['sync/sync-options-annotation', annotated('argocd.argoproj.io/sync-options: Prune=flase,Replce=true, Whatever=yes'), 'Prune=flase,Replce=true', 'Prune=false,Replace=true'],
  ['sync/hook-annotation', annotated('argocd.argoproj.io/hook: Presync, PostSnyc').replace('    argocd.argoproj.io/hook: PreSync\n', ''), 'Presync, PostSnyc', 'PreSync, PostSync'],
  ['sync/hook-delete-policy', annotated('helm.sh/hook-delete-policy: hook-succeded'), 'hook-succeded', 'hook-succeeded'],
  ['apps/annotation-values', application('    argocd.argoproj.io/compare-options: ServerSideDiff=True, IgnoreExtraneus   # so\n'), 'ServerSideDiff=True, IgnoreExtraneus', 'ServerSideDiff=true, IgnoreExtraneous'],
  ['apps/annotation-values', application('    argocd.argoproj.io/refresh: Hard   # once\n'), 'Hard', 'hard'],
  ['apps/annotation-values', application("    argocd.argoproj.io/skip-reconcile: 'ture'   # for now\n"), "'ture'", '"true"'],
  ['traffic/nginx-annotation-keys', routed('canaryIngressAnnotations: {canary-by-header: x-beta}   # for testers'), 'canary-by-header', 'nginx.ingress.kubernetes.io/canary-by-header'],
  ['traffic/nginx-annotation-keys', routed('additionalIngressAnnotations: {canary-by-heder: x-beta}'), 'canary-by-heder', 'canary-by-header'],
  ['traffic/nginx-annotation-keys', routed('annotationPrefix: Nginx.example.com/   # ours'), 'Nginx.example.com/', 'nginx.example.com'],
  ['control-plane/subscription-syntax', routed('', '    notifications.argoproj.io/subscribe.on-rollout-abortd.slack: releases   # told\n'), 'abortd', 'aborted'],
  ['argo-cd-notifications/service-keys', configMap('argocd-notifications-cm', `data:
  service.slak: |   # the workspace
    token: $slack-token
  template.failed: |
    message: failed
  trigger.on-sync-failed: |
    - when: app.status.operationState?.phase in ['Error', 'Failed']
      send: [failed]
  subscriptions: |
    - recipients: [slack:releases]
      triggers: [on-sync-failed]
`), 'slak', 'slack'],
  ['argo-cd-notifications/known-fields', notifications(`    message: failed
    slack:
      # One for each.
      attachment: |   # a list
        [{ "title": "{{.app.metadata.name}}" }]
      groupingKy: "{{.app.metadata.name}}"
`), /attachment:|groupingKy/g, (wrong) => (wrong === 'groupingKy' ? 'groupingKey' : 'attachments:')],
  ['argo-cd-notifications/subscription-list', application(`    notifications.argoproj.io/subscriptions: |
      # The team.
      - triggers: [on-sync-failed]
        destinations:
          - {service: slack, recipients: [shop]}

      - triggers: [on-deployed]   # less
        destinations: [{service: slack, recipients: [all]}]
`), /triggers/g, () => 'trigger'],
  ['argo-cd-notifications/subscription-served', `${application('    notifications.argoproj.io/subscribe.on-sync-faild.slakc: shop   # the team\n')}---
${notifications('    message: failed\n')}`, 'on-sync-faild.slakc', 'on-sync-failed.slack'],
])('%s is mended by --fix, and nothing around it: %#', (rule, text, wrong, right) => {
  write('object.yaml', text);
  const before = count(rule);
  expect(before).toBeGreaterThan(0);
  expect(cli('lint', '--fix', '--no-config').err).toMatch(/^mended: object\.yaml, \d findings?\n/);
  expect(readFileSync('object.yaml', 'utf8')).toBe(text.replace(wrong, typeof right === 'string' ? () => right : right));
  // One that stays is a word that nobody can tell.
  expect(count(rule)).toBe(text.includes('Whatever') ? 1 : 0);
});

test('names with other digits are other names', () => {
  write('object.yaml', configMap('argocd-notifications-cm', 'data:\n  service.pagerdutyv3: "serviceKeys: { web: $key }"\n'));
  expect(cli('lint', '--fix', '--no-config').err).not.toContain('mended');
  expect(readFileSync('object.yaml', 'utf8')).toContain('service.pagerdutyv3');
});

test('a name that people chose themselves may be another one', () => {
  write('object.yaml', `${application('    notifications.argoproj.io/subscribe.on-sync-failed.team-b: shop\n')}---
${notifications('    message: failed\n').replace('service.slack:', 'service.slack.team-a:').replace('slack:releases', 'team-a:releases')}`);
  expect(count('argo-cd-notifications/subscription-served')).toBe(1);
  expect(cli('lint', '--fix', '--no-config').err).not.toContain('mended');
});

function count(rule: string): number {
  return cli('lint', '--format', 'github').out.split(`title=${rule}::`).length - 1;
}
