import { cli } from './cli';
import { inScratchFolder } from './scratch-folder';

const write = inScratchFolder();

const URL = 'https://git.example.com/org/deploy.git';

function application(name: string, path: string, { url = URL, revision = 'main' } = {}): string {
  return `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {name: ${name}, namespace: argocd}
spec:
  project: default
  source: {repoURL: '${url}', targetRevision: ${revision}, path: ${path}}
  destination: {name: in-cluster, namespace: shop}
`;
}

/** The findings about folders: `severity: message; expected; fix`. */
function found(...args: readonly string[]): string[] {
  const { findings } = JSON.parse(cli('lint', '--format', 'json', ...args).out) as {
    readonly findings: ReadonlyArray<Readonly<Record<'rule' | 'severity' | 'message' | 'fix' | 'expected', string>>>;
  };
  return findings.filter(({ rule }) => rule === 'apps/folder-written')
    .map(({ severity, message, expected, fix }) => `${severity}: ${message}; ${expected}; ${fix}`);
}

beforeEach(() => {
  write('apps/checkout/map.yaml', 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: checkout}\ndata: {a: b}\n');
  write('overlays/prod/values.txt', 'anything');
  write('overlays/staging/values.txt', 'anything');
  write('argocd/checkout.yaml', application('checkout', 'apps/checkout/'));
});

test('a path that is no folder, where another Application of the repository names one that is', () => {
  write('argocd/other.yaml', application('other', 'overlays/production', { url: 'https://git.example.com/org/Deploy', revision: 'HEAD' }));
  write('argocd/good.yaml', application('good', 'overlays/prod', { revision: 'HEAD' }));
  expect(found('--complete')).toEqual([
    'warning: there is no folder overlays/production here, where other Applications of this repository have theirs. Argo CD cannot render it; '
      + 'one of overlays/prod, overlays/staging; did you mean overlays/prod?',
  ]);
});

test.each([
  ['another repository', { url: 'https://git.example.com/org/other.git' }, 'overlays/production'],
  ['another revision', { revision: 'v2' }, 'overlays/production'],
  ['a template', {}, '"overlays/{{ env }}"'],
  ['the top of the repository', {}, '.'],
])('nothing is said of %s', (_, of, path) => {
  write('argocd/other.yaml', application('other', path, of));
  expect(found()).toEqual([]);
});

test('nothing is said where the folder that others name may be that of another repository', () => {
  write('.git/HEAD', 'ref: refs/heads/main');
  write('copy/apps/checkout/map.yaml', 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: checkout}\ndata: {a: b}\n');
  write('copy/argocd/checkout.yaml', application('checkout', 'apps/checkout'));
  write('copy/argocd/other.yaml', application('other', 'overlays/production'));
  expect(found('copy')).toEqual([]);
});

test('a profile may leave it out', () => {
  write('argocd/other.yaml', application('other', 'overlays/production'));
  write('cdk8s-argo.yaml', 'rules: {apps/folder-written: "off"}\n');
  expect(found()).toEqual([]);
});
