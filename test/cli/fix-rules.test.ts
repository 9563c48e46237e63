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

test.each<[rule: string, text: string, wrong: string, right: string]>([
  ['rbac/known-key', configMap('argocd-rbac-cm', 'data:\n  policy.defualt: role:readonly   # for all\n'), 'policy.defualt', 'policy.default'],
  ['argo-cd-settings/known-settings', configMap('argocd-cm', 'data:\n  timeout.reconcilation: 120s   # short\n'), 'timeout.reconcilation', 'timeout.reconciliation'],
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
])('%s is mended by --fix, and nothing around it', (rule, text, wrong, right) => {
  write('object.yaml', text);
  expect(cli('lint', '--format', 'github').out).toContain(`title=${rule}::`);
  expect(cli('lint', '--fix', '--no-config').err).toMatch(/^mended: object\.yaml, \d findings?\n/);
  expect(readFileSync('object.yaml', 'utf8')).toBe(text.replace(wrong, right));
  expect(cli('lint', '--format', 'github').out).not.toContain(`title=${rule}::`);
});
