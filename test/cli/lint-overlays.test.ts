import { cli } from './cli';
import { inScratchFolder } from './scratch-folder';

const write = inScratchFolder();

const SERVICE = (name: string): string => `apiVersion: v1\nkind: Service\nmetadata: {name: ${name}}\nspec: {selector: {app: web}, ports: [{port: 80, targetPort: 8080}]}\n`;
const WEB = `apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: {name: web}
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      containers:
        - name: web
          image: registry.example.com/web:1.4.2
          readinessProbe: {httpGet: {path: /healthz, port: 8080}}
          resources: {requests: {cpu: 100m, memory: 128Mi}, limits: {memory: 128Mi}}
  strategy: {blueGreen: {activeService: web, previewService: web-preview, autoPromotionEnabled: false}}
---
${SERVICE('web')}---
${SERVICE('web-preview')}`;
const MAP = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: colours}\n';
const INGRESS = `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: argocd-server}
spec:
  ingressClassName: public
  rules: [{host: cd.example.com, http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: argocd-server, port: {name: https}}}}]}}]
`;
const REMOTE = 'https://git.example.com/org/web//deploy?ref=v1';
const CHART = 'helmCharts: [{name: web, repo: "https://charts.example.com", version: 1.0.0}]';

function application(more: string, destination = '{name: production, namespace: web}', name = 'web'): string {
  return `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {name: ${name}, namespace: argocd}
spec:
  project: default
  source: {repoURL: 'https://git.example.com/org/deploy.git', targetRevision: main, path: apps/web/overlays/${name}}
  destination: ${destination}
${more}`;
}

function ignoring(group: string, kind: string): string {
  return `  ignoreDifferences: [{group: ${group}, kind: ${kind}, jsonPointers: [/spec/replicas]}]\n`;
}

interface Found {
  readonly findings: ReadonlyArray<{ readonly severity: string; readonly rule: string; readonly message: string }>;
}

function messages(...args: readonly string[]): string[] {
  const { findings } = JSON.parse(cli('lint', '--no-config', '--format', 'json', ...args).out) as Found;
  return findings.map(({ severity, rule, message }) => `${severity} ${rule}: ${message}`);
}

function rules(...args: readonly string[]): string[] {
  return messages(...args).map((line) => line.slice(0, line.indexOf(':')));
}

describe('an Application delivers what its overlay takes from a base', () => {
  beforeEach(() => {
    write('apps/web/base/kustomization.yaml', 'resources: [all.yaml]\n');
    write('apps/web/base/all.yaml', WEB);
    write('apps/web/overlays/web/kustomization.yaml', 'resources: [../../base, map.yaml]\n');
    write('apps/web/overlays/web/map.yaml', MAP);
  });

  test('so what it ignores of the base is there', () => {
    write('argo/web.yaml', application(ignoring('argoproj.io', 'Rollout')));
    expect(rules()).toEqual([]);
    write('argo/web.yaml', application(ignoring('apps', 'Deployment')));
    expect(messages()).toEqual(['warning ownership/ignored-kind-delivered: nothing that the Application delivers is a Deployment of apps']);
  });

  test('so what controllers write into the base is known', () => {
    write('argo/web.yaml', application('  syncPolicy: {automated: {selfHeal: true}, syncOptions: [ServerSideApply=true]}\n'));
    expect(messages()).toEqual([
      'warning ownership/server-side-services: every apply takes the hash out of the selector of Service/web, Service/web-preview, which Argo Rollouts has put there',
    ]);
  });

  test('under the names and in the namespaces that come of it', () => {
    const project = `apiVersion: argoproj.io/v1alpha1
kind: AppProject
metadata: {name: default, namespace: argocd}
spec: {sourceRepos: ['*'], destinations: [{name: production, namespace: shop}]}
`;
    write('argo/web.yaml', `${application('', '{name: production, namespace: shop}')}---\n${project}`);
    write('apps/web/overlays/web/kustomization.yaml', 'resources: [../../base, map.yaml]\nnamespace: other\n');
    expect(messages()[0]).toBe('error projects/namespaces-permitted: the project default does not permit the namespace other of Rollout/other/web');
    // What its patch takes out is not delivered.
    write('apps/web/overlays/web/kustomization.yaml', 'resources: [../../base]\n');
    write('argo/web.yaml', `${application('', '{name: production, namespace: shop}')}---\n${project.replace('spec: {', 'spec: {namespaceResourceBlacklist: [{group: "", kind: Service}], ')}`);
    expect(rules()).toEqual(['error projects/kinds-permitted']);
    const out = (name: string): string => `{patch: "{apiVersion: v1, kind: Service, metadata: {name: ${name}}, $patch: delete}"}`;
    write('apps/web/overlays/web/kustomization.yaml', `resources: [../../base]\npatches: [${out('web')}, ${out('web-preview')}]\n`);
    expect(rules()).toEqual([]);
  });

  test('and two overlays of one base share nothing where they name it differently', () => {
    write('apps/web/overlays/blue/kustomization.yaml', 'resources: [../../base]\n');
    write('argo/web.yaml', application(''));
    write('argo/blue.yaml', application('', undefined, 'blue'));
    expect(messages()).toContain('warning apps/shared-object: Rollout/web/web and 2 more is delivered to the same cluster by the Application blue too (made at argo/blue.yaml:1)');
    write('apps/web/overlays/blue/kustomization.yaml', 'resources: [../../base]\nnameSuffix: -blue\n');
    expect(rules()).toEqual([]);
  });

  test.each([
    ['a remote base', `resources: [${REMOTE}, map.yaml]`],
    ['a chart', `resources: [map.yaml]\n${CHART}`],
    ['a remote base of its base', 'resources: [../../open, map.yaml]'],
  ])('and with %s nobody can say what it does not deliver', (_, fields) => {
    write('apps/web/open/kustomization.yaml', `resources: [${REMOTE}]\n`);
    write('apps/web/overlays/web/kustomization.yaml', `${fields}\n`);
    write('argo/web.yaml', application(ignoring('argoproj.io', 'Rollout')));
    expect(rules()).toEqual([]);
  });
});

describe('what nobody has looked at may hold what is missed', () => {
  test.each([
    ['a remote file', 'resources: [https://git.example.com/argo-cd/v3.5.1/install.yaml, ingress.yaml]', 'https://git.example.com/argo-cd/v3.5.1/install.yaml'],
    ['a chart', `resources: [ingress.yaml]\n${CHART}`, 'Helm chart web'],
    ['a generator', 'resources: [ingress.yaml]\ngenerators: [made.yaml]', 'made.yaml'],
  ])('as in %s', (_, fields, text) => {
    write('argocd/ingress.yaml', INGRESS);
    write('argocd/made.yaml', 'apiVersion: example.com/v1\nkind: Maker\nmetadata: {name: made}\n');
    write('argocd/kustomization.yaml', `namespace: argocd\n${fields}\n`);
    expect(rules('--complete')).toEqual([]);
    expect(cli('lint', '--no-config').out).toContain(`skipped what kustomizations take from elsewhere: ${text}. what is missed may be in it: kustomize build ... | cdk8s-argo lint -\n`);
    write('argocd/kustomization.yaml', 'namespace: argocd\nresources: [ingress.yaml]\n');
    expect(rules()).toEqual(['warning references/ingress-backend-exists']);
  });

  test('for what is in its namespace, and not for others', () => {
    write('argocd/kustomization.yaml', `namespace: argocd\nresources: ['${REMOTE}']\n`);
    write('ingresses/kustomization.yaml', 'namespace: argocd\nresources: [ingress.yaml]\n');
    write('ingresses/ingress.yaml', INGRESS);
    expect(rules()).toEqual([]);
    write('ingresses/kustomization.yaml', 'namespace: edge\nresources: [ingress.yaml]\n');
    expect(rules()).toEqual(['warning references/ingress-backend-exists']);
  });

  test('and an entry of elsewhere for it is of use', () => {
    write('argocd/ingress.yaml', INGRESS);
    write('argocd/kustomization.yaml', `namespace: argocd\nresources: ['${REMOTE}', ingress.yaml]\n`);
    write('cdk8s-argo.yaml', 'complete: true\nelsewhere: [{kind: Service, name: argocd-server}]\n');
    expect(cli('lint').out).toContain('nothing found');
  });
});
