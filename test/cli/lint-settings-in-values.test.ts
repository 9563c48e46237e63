import { readFileSync } from 'node:fs';
import { cli } from './cli';
import { inScratchFolder } from './scratch-folder';

const write = inScratchFolder();

interface Found {
  readonly rule: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly pointer: string;
  readonly inside?: string;
  readonly object: { readonly kind: string; readonly namespace: string; readonly name: string };
}

interface Report {
  readonly findings: readonly Found[];
  readonly summary: { readonly objects: number; readonly skipped: number };
}

function report(...args: readonly string[]): Report {
  const { out, err } = cli('lint', '--format', 'json', '--severity', 'info', ...args);
  if (out === '') throw new Error(err);
  return JSON.parse(out) as Report;
}

/** What is found in settings: `file:line rule name`. */
function found(...args: readonly string[]): string[] {
  return report(...args).findings.filter(({ rule }) => !/^(apps|practices)\//.test(rule))
    .map(({ file, line, rule, object }) => `${file}:${line} ${rule} ${object.name}`);
}

const indented = (text: string, by: number): string => text.trim().replace(/^(?=.)/gm, ' '.repeat(by));

const SOURCE = 'repoURL: https://argoproj.github.io/argo-helm\n    chart: argo-cd\n    targetRevision: 9.1.0';

/** Fields of `helm` begin in line 15. */
function application(helm: string, { source = SOURCE, annotations = '', server = 'https://kubernetes.default.svc' } = {}): string {
  return `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: argo-cd
  namespace: argocd
  annotations: {${annotations}}
spec:
  project: platform
  destination: { server: '${server}', namespace: argocd }
  source:
    ${source}
    helm:
${indented(helm, 6)}
`;
}

describe('values in an Application', () => {
  const WRONG = `configs:
  cm:
    url: nonsense
    resource.exclusion: "[]"
    resource.customizations.health.example.com_Database: |
      hs = {
  params:
    server.insecure: perhaps
  rbac:
    policy.csv: garbage`;

  test('are judged as the ConfigMaps that come of them, where they stand', () => {
    write('app.yaml', application(`valuesObject:\n${indented(WRONG, 2)}`));
    expect(found()).toEqual([
      'app.yaml:18 argo-cd-settings/urls argocd-cm',
      'app.yaml:19 argo-cd-settings/known-settings argocd-cm',
      'app.yaml:20 argo-cd-settings/lua-syntax argocd-cm',
      'app.yaml:23 argo-cd-settings/setting-values argocd-cmd-params-cm',
      'app.yaml:25 rbac/policy-syntax argocd-rbac-cm',
    ]);
    const { findings: [first], summary } = report();
    expect(first).toMatchObject({
      pointer: '/spec/source/helm/valuesObject/configs/cm/url', column: 13, object: { kind: 'ConfigMap', namespace: 'argocd', name: 'argocd-cm' },
    });
    expect(summary.objects).toBe(1);
  });

  test('are judged in a text as well, line by line', () => {
    write('app.yaml', application(`values: |\n${indented(WRONG, 2)}`));
    expect(found().map((line) => line.split(' ')[0])).toEqual([18, 19, 20, 23, 25].map((line) => `app.yaml:${line}`));
    expect(report().findings[0]).toMatchObject({ pointer: '/spec/source/helm/values', inside: '/configs/cm/url', line: 18, column: 13 });
    // A text in quotes has no lines of its own.
    write('app.yaml', application(`values: ${JSON.stringify(WRONG)}`));
    expect(new Set(found().map((line) => line.split(' ')[0]))).toEqual(new Set(['app.yaml:15']));
  });

  test('are judged in each of several sources', () => {
    const text = application(`valuesObject:\n${indented(WRONG, 2)}`);
    write('app.yaml', text.replace('  source:\n    repoURL', '  sources:\n  - repoURL'));
    expect(found()).toHaveLength(5);
  });

  test('are mended in place, in a text too', () => {
    const keys = 'configs:\n  cm:\n    resource.exclusion: "[]" # none\n    admin.enable: true';
    const right = keys.replace('exclusion:', 'exclusions:').replace('enable:', 'enabled:');
    for (const head of ['valuesObject:', 'values: |']) {
      write('app.yaml', application(`${head}\n${indented(keys, 2)}`));
      cli('lint', '--fix', 'app.yaml');
      expect(readFileSync('app.yaml', 'utf8')).toBe(application(`${head}\n${indented(right, 2)}`));
    }
  });

  test('are acknowledged by the Application, by the name of the ConfigMap, and by a baseline', () => {
    const helm = 'valuesObject:\n  configs:\n    cm:\n      url: nonsense';
    write('app.yaml', application(helm, { annotations: 'acknowledge.cdk8s-argo/argo-cd-settings.urls: only a name' }));
    expect(found('--complete').filter((line) => /settings|waivers/.test(line))).toEqual([]);
    write('app.yaml', application(helm));
    expect(found()).toEqual(['app.yaml:18 argo-cd-settings/urls argocd-cm']);
    cli('lint', '--write-baseline');
    expect(readFileSync('lint-baseline.json', 'utf8')).toContain('"object":"ConfigMap/argocd/argocd-cm","rule":"argo-cd-settings/urls","pointer":"/spec/source/helm/valuesObject/configs/cm/url"');
    expect(found('--baseline', 'lint-baseline.json')).toEqual([]);
    write('cdk8s-argo.yaml', 'waivers: [{rule: argo-cd-settings/urls, reason: only a name, object: ConfigMap/argocd/argocd-cm}]\n');
    expect(found()).toEqual([]);
  });

  test('are placed in SARIF', () => {
    write('app.yaml', application('values: |\n  configs:\n    cm:\n      resource.exclusion: "[]"'));
    const { runs: [run] } = JSON.parse(cli('lint', '--format', 'sarif').out) as { readonly runs: ReadonlyArray<{ readonly results: readonly object[] }> };
    const result = run!.results.find((one) => JSON.stringify(one).includes('known-settings'));
    expect(result).toMatchObject({
      locations: [{ physicalLocation: { region: { startLine: 18, startColumn: 13 } } }],
      fixes: [{ artifactChanges: [{ replacements: [{ insertedContent: { text: 's' } }] }] }],
    });
  });

  test('of what the chart adds by itself nothing is missing', () => {
    write('app.yaml', application(`valuesObject:
  configs:
    cm:
      admin.enabled: false
      exec.enabled: true
      timeout.reconciliation: ""
      oidc.config: |
        name: Okta
        issuer: https://org.okta.example.com
        clientID: argo-cd
    params: { create: false, nonsense: 1 }
    rbac:
      policy.csv: |
        p, role:shop, applications, get, */*, allow
        g, shop-team, role:shop`));
    expect(found()).toEqual([]);
  });

  test('of what is in files of values nothing is missing', () => {
    const values = 'configs:\n  rbac:\n    policy.csv: |\n      g, shop-team, role:shop';
    write('app.yaml', application(`valuesObject:\n${indented(values, 2)}`));
    expect(found()).toEqual(['app.yaml:18 rbac/role-has-policies argocd-rbac-cm']);
    write('app.yaml', application(`valueFiles: [values-production.yaml]\nvaluesObject:\n${indented(values, 2)}`));
    expect(found()).toEqual([]);
  });

  test('what Kubernetes takes for no text is an error, where the chart makes no text of it', () => {
    write('app.yaml', application('valuesObject:\n  configs:\n    rbac: { scopes: [groups] }\n    cm: { dex.config: { connectors: [] }, exec.enabled: true }'));
    expect(found()).toEqual(['app.yaml:17 schema/type argocd-rbac-cm', 'app.yaml:18 schema/type argocd-cm']);
  });

  test('those of other charts are theirs', () => {
    write('app.yaml', application(`valuesObject:\n${indented(WRONG, 2)}`, { source: SOURCE.replace('argo-cd', 'web') }));
    expect(found()).toEqual([]);
    write('app.yaml', application('valuesObject: { configs: [cm, 7], notifications: yes }'));
    expect(found()).toEqual([]);
  });

  test('notifications are judged, and are none when they are switched off', () => {
    const values = (enabled: boolean): string => application(`valuesObject:
  notifications:
    enabled: ${enabled}
    notifiers: { service.slack: "token: $slack-token" }
    templates: { template.failed: "message: failed" }
    triggers:
      trigger.on-sync-failed: |
        - when: app.status.operationState?.phase ==
          send: [failed]
    subscriptions:
      - recipients: [slack:releases]
        triggers: [on-sync-faild]`);
    write('app.yaml', values(true));
    expect(found()).toEqual([
      'app.yaml:21 argo-cd-notifications/trigger-compiles argocd-notifications-cm',
      'app.yaml:24 argo-cd-notifications/names-defined argocd-notifications-cm',
    ]);
    write('app.yaml', values(false));
    expect(found()).toEqual([]);
  });

  test('are those of the Argo CD that reads the Application, and not of another cluster', () => {
    const helm = 'valuesObject:\n  configs:\n    params: { server.insecure: true }';
    write('set.yaml', `apiVersion: argoproj.io/v1alpha1
kind: ApplicationSet
metadata: {name: web, namespace: argocd}
spec:
  goTemplate: true
  goTemplateOptions: [missingkey=error]
  generators: [{list: {elements: [{env: staging}]}}]
  strategy:
    type: RollingSync
    rollingSync: {steps: [{matchExpressions: [{key: env, operator: In, values: [staging]}]}]}
  template:
    metadata: {name: 'web-{{ .env }}', labels: {env: '{{ .env }}'}}
    spec:
      project: shop
      destination: {server: https://kubernetes.default.svc, namespace: shop}
      source: {repoURL: https://git.example.com/shop, path: 'web/{{ .env }}', targetRevision: main}
`);
    const steps = (): boolean => found().includes('set.yaml:8 appsets/progressive-syncs web');
    write('app.yaml', application(helm));
    expect(steps()).toBe(true);
    write('app.yaml', application(helm, { server: 'https://eu.example.com:6443' }));
    expect(steps()).toBe(false);
    // The program may be told by an argument.
    write('app.yaml', application(`${helm}\n  applicationSet: { extraArgs: [--enable-progressive-syncs] }`));
    expect(steps()).toBe(false);
  });
});

describe('files of values', () => {
  test('of the chart and of charts that have it as dependency are judged', () => {
    write('values.yaml', 'configs:\n  cm:\n    url: nonsense\n    urll: x\n');
    write('umbrella/values.yaml', 'argo-cd:\n  configs:\n    params:\n      server.insecure: perhaps\n');
    write('alias/values.yaml', 'gitops:\n  configs:\n    rbac:\n      policy.csv: garbage\nweb: {replicas: 2}\n');
    expect(found()).toEqual([
      'alias/values.yaml:4 rbac/policy-syntax argocd-rbac-cm',
      'umbrella/values.yaml:4 argo-cd-settings/setting-values argocd-cmd-params-cm',
      'values.yaml:3 argo-cd-settings/urls argocd-cm',
      'values.yaml:4 argo-cd-settings/known-settings argocd-cm',
    ]);
    expect(report().summary).toMatchObject({ objects: 0, skipped: 0 });
  });

  test('may be one of several, so nothing is missing', () => {
    write('values.yaml', `configs:
  cm:
    dex.config: |
      connectors: []
  rbac:
    policy.csv: |
      g, shop-team, role:shop
`);
    expect(found()).toEqual([]);
  });

  test('of other charts are passed over', () => {
    write('web.yaml', 'configs:\n  cm: { create: true, log: debug }\n  params: { a.b: c, insecure: perhaps }\n  rbac: { create: true, rules: garbage }\n');
    write('rollouts.yaml', 'notifications:\n  notifiers: { service.slack: "token: $slack-token" }\n  templates: { template.t: "message: {{.rollout.metadata.name" }\n');
    write('sops.yaml', 'configs:\n  cm: { url: "ENC[AES256_GCM,data:x]" }\nsops: { mac: "ENC[x]" }\n');
    write('text.yaml', 'configs: { cm: url, params: [server.insecure] }\n');
    expect(found()).toEqual([]);
    expect(report().summary.skipped).toBe(4);
  });
});

describe('patches of a kustomization', () => {
  const patch = (data: string): string => `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: argocd-cm\ndata:\n${indented(data, 2)}\n`;
  const REMOTE = 'resources: [https://git.example.com/argo-cd/v3.5.1/install.yaml]';

  test('are judged in their files, and nothing is missing in them', () => {
    write('kustomization.yaml', `namespace: argocd\n${REMOTE}\npatches: [{path: patches/cm.yaml}]\n`);
    write('patches/cm.yaml', patch('url: nonsense\ndex.config: |\n  connectors: []\nadmin.enabled: null'));
    expect(found()).toEqual(['patches/cm.yaml:6 argo-cd-settings/urls argocd-cm']);
    write('patches/cm.yaml', patch('dex.config: |\n  connectors: []\naccounts.ci: apiKey'));
    expect(found()).toEqual([]);
    // Other patches are parts of objects that nobody sees here.
    write('patches/cm.yaml', patch('url: nonsense').replace('argocd-cm', 'web'));
    expect(found()).toEqual([]);
  });

  test('are judged where the kustomization says them', () => {
    const text = patch('url: nonsense');
    write('kustomization.yaml', `namespace: argocd\n${REMOTE}\npatches:\n  - patch: |-\n${indented(text, 6)}\n`);
    expect(found()).toEqual(['kustomization.yaml:10 argo-cd-settings/urls argocd-cm']);
    expect(report().findings[0]).toMatchObject({ pointer: '/patches/0/patch', inside: '/data/url', column: 9 });
    write('kustomization.yaml', `namespace: argocd\n${REMOTE}\npatchesStrategicMerge:\n  - |-\n${indented(text, 4)}\n`);
    expect(found()).toEqual(['kustomization.yaml:10 argo-cd-settings/urls argocd-cm']);
    write('kustomization.yaml', `namespace: argocd\n${REMOTE}\npatches:\n  - target: {kind: ConfigMap, name: argocd-cm}\n    patch: '[{op: add, path: /data/url, value: nonsense}]'\n`);
    expect(found()).toEqual([]);
  });

  test('are judged once where the object is here too', () => {
    write('kustomization.yaml', 'namespace: argocd\nresources: [cm.yaml]\npatches: [{path: patch.yaml}]\n');
    write('cm.yaml', patch('admin.enabled: "false"').replace('  name: argocd-cm', '  name: argocd-cm\n  labels: {app.kubernetes.io/part-of: argocd}'));
    write('patch.yaml', patch('url: nonsense'));
    expect(found()).toEqual(['patch.yaml:6 argo-cd-settings/urls argocd-cm']);
  });
});
