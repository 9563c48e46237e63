import { cli } from './cli';
import { inScratchFolder } from './scratch-folder';

const write = inScratchFolder();

/** `severity rule pointer fix` of what is found about kustomizations. */
function found(...args: readonly string[]): string[] {
  const { findings } = JSON.parse(cli('lint', '--format', 'json', ...args).out) as {
    readonly findings: ReadonlyArray<Readonly<Record<'rule' | 'severity' | 'pointer' | 'fix', string>>>;
  };
  return findings.filter(({ rule }) => rule.startsWith('kustomize/')).map(({ severity, rule, pointer, fix }) => `${severity} ${rule} ${pointer}: ${fix}`);
}

beforeEach(() => {
  write('web/map.yaml', 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: web}\ndata: {a: b}\n');
  write('web/settings.env', 'A=b\n');
});

test('what is there, what is elsewhere and what is written in place is no finding', () => {
  write('web/kustomization.yaml', `resources:
  - map.yaml
  - ./map.yaml
  - https://git.example.com/org/base//web?ref=v1
  - github.com/org/base/web
  - git@git.example.com:org/base.git
patchesStrategicMerge:
  - |
    apiVersion: v1
    kind: ConfigMap
    metadata: {name: web}
configMapGenerator:
  - name: more
    files: [other=map.yaml]
    envs: [settings.env]
Images: []
`);
  expect(found()).toEqual([]);
});

test('files and fields that are misspelt', () => {
  write('web/kustomization.yaml', `apiVersion: kustomize.config.k8s.io/v1
kind: Kustomization
resources: [mapp.yaml]
images: [{name: web, newtag: v1, newNme: shop}]
patches: [{path: patch.yaml, target: {knd: ConfigMap}}]
`);
  expect(found('--complete')).toEqual([
    'error kustomize/type /apiVersion: write apiVersion: kustomize.config.k8s.io/v1beta1, or leave it out',
    'error kustomize/file-exists /resources/0: did you mean map.yaml?',
    'error kustomize/known-fields /images/0/newNme: did you mean newName?',
    'error kustomize/file-exists /patches/0/path: correct the path, or commit the file',
    'error kustomize/known-fields /patches/0/target/knd: did you mean kind?',
  ]);
  expect(found().filter((line) => line.startsWith('warning'))).toHaveLength(2);
});

test('a kind that is misspelt, and files of Flux', () => {
  write('web/kustomization.yaml', 'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomzation\nmetadata: {name: web}\nresources: [map.yaml]\n');
  write('flux/kustomization.yaml', 'apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: {name: web}\nspec: {path: ./web}\n');
  expect(found()).toEqual(['error kustomize/type /kind: did you mean Kustomization?']);
});
