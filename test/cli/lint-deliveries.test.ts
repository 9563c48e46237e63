import { cli } from './cli';
import { inScratchFolder } from './scratch-folder';

const write = inScratchFolder();

function application(name: string, path: string, more = ''): string {
  return `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {name: ${name}, namespace: argocd}
spec:
  project: default
  source: {repoURL: 'https://git.example.com/org/deploy.git', targetRevision: main, path: ${path}}
  destination: {name: production, namespace: shop}
${more}`;
}

// What it names is missed in the namespace and on the cluster where it is delivered.
const AUTOSCALER = `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: web}
spec: {scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}, minReplicas: 2, maxReplicas: 5}
`;

/** `rule object` of every finding. */
function found(...args: readonly string[]): string[] {
  const { findings } = JSON.parse(cli('lint', '--no-config', '--format', 'json', ...args).out) as {
    readonly findings: ReadonlyArray<{ readonly rule: string; readonly object: { readonly namespace: string; readonly name: string } }>;
  };
  return findings.map(({ rule, object: { namespace, name } }) => `${rule} ${namespace}/${name}`);
}

describe('the folder of a path', () => {
  test.each([
    ['a folder of Applications that is called like the end of the path', 'clusters/production/web.yaml'],
    ['a folder above them that is', 'production/argo/web.yaml'],
    ['no such folder', 'argo/web.yaml'],
  ])('is found by its whole path beside %s', (_, file) => {
    write(file, application('web', 'apps/web/production'));
    write('apps/web/production/web.yaml', AUTOSCALER);
    expect(found()).toEqual(['references/hpa-target-exists shop/web']);
  });

  test('is the whole one where the end of the path is a folder nearer by', () => {
    write('platform/web.yaml', application('web', 'envs/apps/web'));
    write('platform/apps/web/decoy.yaml', AUTOSCALER);
    write('envs/apps/web/web.yaml', AUTOSCALER);
    expect(found()).toEqual(['references/hpa-target-exists shop/web', 'references/hpa-target-exists /web']);
  });

  test('holds no objects that can be read: then it is no other one', () => {
    write('argo/web.yaml', application('web', 'charts/web'));
    write('charts/web/values.txt', 'replicas: 2');
    write('argo/web/project.yaml', AUTOSCALER);
    expect(found()).toEqual(['references/hpa-target-exists /web']);
  });

  test('is no part of the path where another Application of the repository has its whole one', () => {
    write('clusters/shop.yaml', `${application('shop', 'apps/shop/production')}---\n${application('web', 'apps/web/production')}`);
    write('apps/web/production/map.yaml', 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: web}\n');
    write('clusters/production/web.yaml', AUTOSCALER);
    expect(found()).toEqual(['references/hpa-target-exists /web', 'apps/folder-written argocd/shop']);
  });

  test('may be the end of it where the rest is not here', () => {
    write('argo/web.yaml', application('web', 'deploy/apps/web'));
    write('apps/web/web.yaml', AUTOSCALER);
    expect(found()).toEqual(['references/hpa-target-exists shop/web']);
    // In a checkout nothing is missing.
    write('.git/HEAD', 'ref: refs/heads/main');
    expect(found()).toEqual(['references/hpa-target-exists /web']);
  });

  test('is that of the checkout', () => {
    write('.git/HEAD', 'ref: refs/heads/main');
    write('team/web.yaml', application('web', 'apps/web'));
    write('team/apps/web/decoy.yaml', AUTOSCALER);
    write('apps/web/web.yaml', AUTOSCALER);
    expect(found()).toEqual(['references/hpa-target-exists shop/web', 'references/hpa-target-exists /web']);
  });

  test.each(['apps/web/.', './apps//web/', '/apps/web', 'apps/other/../web'])('is written as %s too', (path) => {
    write('argo/web.yaml', application('web', path));
    write('apps/web/web.yaml', AUTOSCALER);
    expect(found()).toContain('references/hpa-target-exists shop/web');
  });
});

test('Applications beside the project that permits what they deliver are not what they deliver', () => {
  write('clusters/production/project.yaml', `apiVersion: argoproj.io/v1alpha1
kind: AppProject
metadata: {name: default, namespace: argocd}
spec:
  sourceRepos: ['*']
  destinations: [{name: production, namespace: shop}]
  namespaceResourceWhitelist: [{group: '', kind: ConfigMap}]
`);
  write('clusters/production/web.yaml', application('web', 'apps/web/overlays/production'));
  write('apps/web/overlays/production/map.yaml', 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: web}\n');
  expect(found('--complete')).toEqual([]);
});
