import type { JsonObject } from '../../../../src/manifests/json';
import { ManifestSet } from '../../../../src/manifests/manifest-set';
import type { Unit } from '../../../../src/manifests/unit';
import { deliveredObjects } from '../../../../src/validation/rules/projects/delivered-objects';

const repoURL = 'https://git.example.com/org/manifests.git';

/** The names of what a source delivers from a repository to whose folder `dist` the folders `team`, `team/web` and `teams` are written. */
function delivered(source: JsonObject, repositories = [{ url: repoURL, root: 'dist' }]): string[] {
  const set = new ManifestSet();
  for (const repository of repositories) set.addRepository(repository);
  const unit = (id: string): Unit => ({ id, namespace: 'team', destination: { cluster: '' } });
  for (const id of ['team', 'team/web', 'teams']) {
    set.add(unit(id), { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: id.replace('/', '-') } });
  }
  const root = set.add(unit('root'), {
    apiVersion: 'argoproj.io/v1alpha1', kind: 'Application', metadata: { name: 'root' }, spec: { source: { repoURL, ...source } },
  });
  return deliveredObjects(root, set).map(({ id }) => id.name);
}

describe('what an Application delivers', () => {
  test.each<[string, JsonObject, string[]]>([
    ['its folder alone', { path: 'dist/team' }, ['team']],
    ['its folder and those below, when it reads them', { path: 'dist/team', directory: { recurse: true } }, ['team', 'team-web']],
    ['everything, when it reads the output folder', { path: './dist/', directory: { recurse: true } }, ['team', 'team-web', 'teams', 'root']],
    ['everything, when it reads a folder above', { path: '.', directory: { recurse: true } }, ['team', 'team-web', 'teams', 'root']],
    ['nothing certain of the top of the repository', { path: '.' }, []],
    ['nothing certain where patterns choose', { path: 'dist', directory: { recurse: true, exclude: 'root/*' } }, []],
    ['nothing of a folder beside', { path: 'charts', directory: { recurse: true } }, []],
    ['nothing of another repository', { path: '.', repoURL: 'https://git.example.com/org/other.git', directory: { recurse: true } }, []],
    ['nothing of a chart', { chart: 'web', directory: { recurse: true } }, []],
  ])('%s', (_, source, expected) => {
    expect(delivered(source)).toEqual(expected);
  });

  test('nobody says where loose files are committed, so the top of a repository is none of theirs', () => {
    expect(delivered({ path: '.', directory: { recurse: true } }, [])).toEqual([]);
    expect(delivered({ path: 'team', directory: { recurse: true } }, [])).toEqual(['team', 'team-web']);
  });
});
