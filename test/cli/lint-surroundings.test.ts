import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { cli } from './cli';
import { inScratchFolder } from './scratch-folder';

const DOCS = resolve('docs/lint.md');
const write = inScratchFolder();

const ROLLOUT = `apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: {name: web, namespace: shop}
spec:
  replicas: 4
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec: {containers: [{name: web, image: 'registry.example.com/web:1.4.2'}]}
  strategy:
    canary:
      analysis: {templates: [{templateName: smoke}]}
      stableService: web
      canaryService: web-canary
      trafficRouting: {nginx: {stableIngress: public}}
      steps: [{setWeight: 20}, {pause: {duration: 5m}}]
`;
const SET = `apiVersion: argoproj.io/v1alpha1
kind: ApplicationSet
metadata: {name: web, namespace: argocd}
spec:
  goTemplate: true
  goTemplateOptions: [missingkey=error]
  generators: [{clusters: {selector: {matchLabels: {env: production}}}}]
  template:
    metadata: {name: 'web-{{ .nameNormalized }}'}
    spec:
      project: shop
      source: {repoURL: https://git.example.com/org/deploy.git, path: 'apps/web/{{ .metadata.labels.region }}', targetRevision: main}
      destination: {name: '{{ .name }}', namespace: shop}
`;

/** The findings about what is missing, and about settings: `severity rule: message`. */
function found(about: RegExp, ...args: readonly string[]): string[] {
  const { findings } = JSON.parse(cli('lint', '--format', 'json', ...args).out) as {
    readonly findings: ReadonlyArray<{ readonly rule: string; readonly severity: string; readonly message: string; readonly file: string }>;
  };
  return findings.filter(({ rule }) => about.test(rule)).map(({ severity, rule, message }) => `${severity} ${rule}: ${message}`);
}

const rules = (lines: readonly string[]): string[] => lines.map((line) => line.split(/[ :]/)[1]!).sort();

describe('elsewhere', () => {
  test('objects that others make are no findings, and nothing else is let through', () => {
    write('web.yaml', ROLLOUT);
    expect(rules(found(/^references/))).toEqual([
      'references/analysis-templates-exist', 'references/ingresses-exist', 'references/services-exist', 'references/services-exist',
    ]);
    write('cdk8s-argo.yaml', `elsewhere:
  - { kind: AnalysisTemplate, name: smoke, namespace: shop, apiVersion: argoproj.io/v1alpha1 }
  - { kind: Service, name: 'web*' }
  - { kind: Ingress, name: public, namespace: edge }
`);
    expect(found(/^(references|waivers)/)).toEqual([expect.stringContaining('warning references/ingresses-exist: there is no Ingress public in namespace shop')]);
    expect(found(/^(references|waivers)/, '--complete')).toEqual([
      'warning waivers/stale: Ingress/edge/public is said to be elsewhere, and nothing here looks for it',
      expect.stringContaining('error references/ingresses-exist'),
    ]);
  });

  test('of another group is another object, and files say for whom they are there', () => {
    write('a/web.yaml', ROLLOUT);
    write('b/web.yaml', ROLLOUT.replace('name: web,', 'name: api,'));
    write('cdk8s-argo.yaml', `elsewhere:
  - { kind: Service, name: '*', files: a }
  - { kind: Ingress, name: public, apiVersion: extensions/v1beta1 }
  - { kind: AnalysisTemplate, name: smoke, files: ['b/*.yaml'] }
`);
    expect(rules(found(/^references/, 'a'))).toEqual(['references/analysis-templates-exist', 'references/ingresses-exist']);
    expect(rules(found(/^references/, 'b'))).toEqual(['references/ingresses-exist', 'references/services-exist', 'references/services-exist']);
  });
});

describe('clusters', () => {
  test('with their labels are what selectors and templates are held against', () => {
    write('set.yaml', SET);
    expect(rules(found(/^appsets/))).toEqual(['appsets/label-certain']);
    write('cdk8s-argo.yaml', 'clusters: [{ name: eu, labels: { env: production, region: eu } }]\n');
    expect(found(/^(appsets|waivers)/, '--complete')).toEqual([]);
    write('cdk8s-argo.yaml', 'clusters: [{ name: eu, server: https://eu.example.com, labels: { env: prod, region: eu } }]\n');
    expect(rules(found(/^appsets/))).toContain('appsets/selected-labels');
    write('cdk8s-argo.yaml', 'clusters: [{ name: eu, labels: { env: production }, files: other }]\n');
    expect(found(/^(appsets|waivers)/, '--complete')).toEqual([
      'warning waivers/stale: the cluster eu is said for other, and there are no such files',
      expect.stringContaining('warning appsets/label-certain'),
    ]);
  });
});

describe('separate', () => {
  test('folders are judged by themselves: what is in one is not there for another', () => {
    write('teams/a/web/web.yaml', ROLLOUT);
    write('teams/b/edge/ingress.yaml', `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: public, namespace: shop}
spec: {ingressClassName: nginx, rules: [{http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}]}}]}
`);
    expect(found(/ingresses-exist/)).toEqual([]);
    write('cdk8s-argo.yaml', 'separate: [teams/*/]\n');
    expect(rules(found(/ingresses-exist/))).toEqual(['references/ingresses-exist']);
    write('cdk8s-argo.yaml', 'separate: teams\n');
    expect(found(/ingresses-exist/)).toEqual([]);
    write('cdk8s-argo.yaml', 'separate: [team/*]\n');
    expect(found(/^waivers/, '--complete')).toEqual(['warning waivers/stale: team/* is said to be separate, and there are no manifests in it']);
    expect(found(/^waivers/)).toEqual([]);
  });
});

test('the settings that the docs show are read', () => {
  const [shown] = /^# cdk8s-argo\.yaml$[^`]*/m.exec(readFileSync(DOCS, 'utf8'))!;
  write('cdk8s-argo.yaml', shown);
  write('lint-baseline.json', '{"version": 1, "findings": []}');
  expect(cli('lint')).toMatchObject({ err: '' });
});

test.each([
  ['elswhere: []\n', 'elswhere is not read. did you mean elsewhere?'],
  ['elsewhere: {kind: Service}\n', 'elsewhere is a list'],
  ['elsewhere: [Service/web]\n', 'elsewhere has "Service/web"; a map with kind and name is wanted'],
  ['elsewhere: [{kind: Service}]\n', 'the object elsewhere {"kind":"Service"} has no name. add one, or \'*\' for every Service'],
  ['elsewhere: [{name: web}]\n', 'the object elsewhere {"name":"web"} has no kind. add kind: and name:'],
  ['elsewhere: [{kind: Service, name: web, namspace: shop}]\n', 'namspace is not read. did you mean namespace?'],
  ['elsewhere: [{kind: Service, name: 4}]\n', 'the name of the object elsewhere {"kind":"Service","name":4} is 4; a text is wanted'],
  ['elsewhere: [{kind: Service, name: "web-[a"}]\n', 'the object elsewhere {"kind":"Service","name":"web-[a"} has the pattern "web-[a", which has no end of the class that [ begins'],
  ['clusters: [eu]\n', 'clusters has "eu"; a map with name, and as far as they are known server and labels, is wanted'],
  ['clusters: [{server: https://eu.example.com}]\n', 'a cluster has no name: {"server":"https://eu.example.com"}. give it the name that it has in Argo CD'],
  ['clusters: [{name: eu, server: eu.example.com}]\n', 'the server of the cluster eu is "eu.example.com". give the URL of its API server'],
  ['clusters: [{name: eu, labels: {spot: true}}]\n', 'the label spot of the cluster eu is true; a text is wanted. write it in quotes'],
  ['clusters: [{name: eu, labels: [env]}]\n', 'the labels of the cluster eu are ["env"]; a map is wanted, such as env: production'],
  ['clusters: [{name: eu, labels: {"a b": c}}]\n', 'the label "a b": "c" of the cluster eu is one that Kubernetes refuses'],
  ['clusters: [{name: eu}, {name: eu}]\n', 'two clusters are named eu. remove one, or say with files: whose Argo CD has which'],
  ['separate: [3]\n', 'separate has 3; a path is wanted, such as vendor/**'],
  ['separate: ["dist/["]\n', 'separate has the path "dist/[", which has no end of the class that [ begins'],
])('settings that are wrong: %j', (text, message) => {
  write('cdk8s-argo.yaml', text);
  const { code, out, err } = cli('lint');
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain(`cdk8s-argo.yaml: ${message}`);
});
