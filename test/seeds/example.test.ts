import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import type { Fleet } from '../../src/fleet/fleet';
import { SEED_ERRORS } from './errors';
import { findingsBelow } from './seed-manifests';

// Not written in the import, where TypeScript would want the name of a compiled file.
const PROGRAM = '../../examples/seeds/main';
const FLEET = '../../examples/seeds/fleet';

describe('examples/seeds', () => {
  const here = process.cwd();
  let elsewhere: string;
  let fleet: Fleet;

  beforeAll(async () => {
    elsewhere = fs.mkdtempSync(path.join(os.tmpdir(), 'cdk8s-argo-seeds-'));
    process.chdir(elsewhere);
    jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    await import(PROGRAM);
    ({ fleet } = await import(FLEET) as { fleet: Fleet });
  });

  afterAll(() => {
    jest.restoreAllMocks();
    process.chdir(here);
    fs.rmSync(elsewhere, { recursive: true, force: true });
  });

  test('says every manifest of the seeds', () => {
    const folders = fs.readdirSync('dist/seeds').filter((folder) => !folder.startsWith('.'));
    expect(folders).toEqual([
      'api', 'argocd', 'bootstrap', 'gitops-blue-green', 'gitops-canary', 'gitops-checks', 'gitops-istio', 'gitops-that-works-canary', 'gitops-waves',
      'my-app-production', 'my-app-staging', 'production-guide-blue-green', 'production-guide-canary', 'production-guide-checks',
      'production-pipelines-canary', 'root-app',
    ]);
  });

  test('has none of the errors of the seeds, nor any other, even where all of it is on one cluster', () => {
    const wrong = new Set(SEED_ERRORS.map(({ rule }) => rule));
    const found = findingsBelow('dist/seeds', fleet);
    expect(found.filter((line) => wrong.has(line.split(' ')[1]!))).toEqual([]);
    expect(found.filter((line) => !line.startsWith('info'))).toEqual([]);
  });
});
