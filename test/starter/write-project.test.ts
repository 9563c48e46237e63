import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EXAMPLE_REPOSITORY, writeProject } from '../../src/starter/write-project';

describe('a new project', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cdk8s-argo-starter-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const made = join(folder, 'made');
  const files = writeProject(made, 'made', { name: 'shop', repository: 'https://git.example.com/my-deployments/$&.git' });
  const read = (file: string): string => readFileSync(join(made, file), 'utf8');

  test('has nothing of the example in it', () => {
    expect(files.filter((file) => /my-deployments(?!\/\$&\.git)/.test(read(file)) || read(file).includes(EXAMPLE_REPOSITORY))).toEqual([]);
    expect(read('deployments.ts')).toContain("url: 'https://git.example.com/my-deployments/$&.git'");
    expect(read('README.md')).toMatch(/^# shop\n/);
  });

  test('says in its README what every file is for', () => {
    const written = readdirSync(made, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map(({ name }) => name);
    expect(written).toHaveLength(files.length);
    expect(written.filter((name) => name !== 'README.md' && !read('README.md').includes(name))).toEqual([]);
  });

  // A pipeline that can reach the cluster is what the whole is there to avoid.
  test('has pipelines that make commits and touch no cluster', () => {
    const pipelines = files.filter((file) => /\.(ya?ml|sh)$/.test(file));
    expect(pipelines).toEqual(expect.arrayContaining(['.github/workflows/deploy.yaml', '.gitlab-ci.yml', 'deploy.sh']));
    expect(pipelines.filter((file) => /kubectl|argocd |KUBECONFIG/.test(read(file)))).toEqual([]);
  });

  test('is written once', () => {
    expect(() => writeProject(made, 'made', { name: 'shop', repository: EXAMPLE_REPOSITORY }))
      .toThrow(/^made is not empty: it has \.github, \.gitignore, \.gitlab-ci\.yml and \d+ more\. name a folder/);
  });
});
