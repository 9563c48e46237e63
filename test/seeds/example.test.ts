import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { SEED_ERRORS } from './errors';
import { findingsOf, objectsBelow } from './seed-manifests';

// Not written in the import, where TypeScript would want the name of a compiled file.
const PROGRAM = '../../examples/seeds/main';

describe('examples/seeds', () => {
  const here = process.cwd();
  let elsewhere: string;

  beforeAll(async () => {
    elsewhere = fs.mkdtempSync(path.join(os.tmpdir(), 'cdk8s-argo-seeds-'));
    process.chdir(elsewhere);
    jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    await import(PROGRAM);
  });

  afterAll(() => {
    jest.restoreAllMocks();
    process.chdir(here);
    fs.rmSync(elsewhere, { recursive: true, force: true });
  });

  test('says every manifest of the seeds that releases or measures', () => {
    const rollouts = fs.readdirSync('dist/seeds').filter((folder) => !folder.startsWith('.'));
    expect(rollouts).toEqual([
      'gitops-blue-green', 'gitops-canary', 'gitops-checks', 'gitops-istio', 'gitops-that-works-canary', 'my-app-production',
      'my-app-staging', 'production-guide-blue-green', 'production-guide-canary', 'production-guide-checks', 'production-pipelines-canary',
    ]);
  });

  test('has none of the errors of the seeds, nor any other, even where all of it is one Application', () => {
    const wrong = new Set(SEED_ERRORS.map(({ rule }) => rule));
    const found = findingsOf(objectsBelow('dist/seeds'));
    expect(found.filter((line) => wrong.has(line.split(' ')[1]!))).toEqual([]);
    expect(found.filter((line) => !line.startsWith('info'))).toEqual([]);
  });
});
