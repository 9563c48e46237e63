import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { ApiObject } from 'cdk8s';
import { ArgoApp, ArgoChart, DryCommit, type DryCommitProps, Repository } from '../../src';

const commit: DryCommitProps = {
  repository: Repository.git({ url: 'https://git.example.com/shop/code.git', revision: 'main' }),
  sha: '0123456789abcdef0123456789abcdef01234567',
};

let outdir: string;

beforeEach(() => {
  outdir = fs.mkdtempSync(path.join(os.tmpdir(), 'dry-commit-'));
});
afterEach(() => fs.rmSync(outdir, { recursive: true }));

function appOf(props?: DryCommitProps): ArgoApp {
  const app = new ArgoApp({ outdir, report: 'none', layout: { madeOf: props && DryCommit.of(props) } });
  new ApiObject(new ArgoChart(app, 'web'), 'Map', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'web' } });
  return app;
}

const file = (): string => path.join(outdir, 'hydrator.metadata');

test('the commit is said at the top of the output folder, and taken back when nobody says it', () => {
  appOf({ ...commit, author: 'Ada <ada@example.com>', date: '2026-03-01T12:00:00+01:00', message: 'feat: faster\n\nmuch\n\nfaster\n' }).synth();
  expect(JSON.parse(fs.readFileSync(file(), 'utf8'))).toEqual({
    repoURL: 'https://git.example.com/shop/code.git', drySha: commit.sha, author: 'Ada <ada@example.com>', date: '2026-03-01T12:00:00+01:00',
    subject: 'feat: faster', body: 'much\n\nfaster',
  });
  appOf(commit).synth();
  expect(JSON.parse(fs.readFileSync(file(), 'utf8'))).toEqual({ repoURL: 'https://git.example.com/shop/code.git', drySha: commit.sha });
  appOf().synth();
  expect(fs.existsSync(file())).toBe(false);
});

test.each([
  [{ sha: 'main' }, 'give all of its 40 or 64 hexadecimal digits'],
  [{ sha: '0123456' }, 'git rev-parse HEAD'],
  [{ repository: { url: 'git@git.example.com:shop/code.git' } }, 'begins with https://'],
  [{ date: 'yesterday' }, 'such as 2026-03-01T12:00:00Z'],
])('refuses %j', (props, message) => {
  expect(() => DryCommit.of({ ...commit, ...props })).toThrow(message);
});
