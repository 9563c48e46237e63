import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { ApiObject } from 'cdk8s';
import { ArgoApp, ArgoChart } from '../../src';
import { declareFile } from '../../src/render/extra-files';
import { declareUnwritten } from '../../src/render/unwritten';

let outdir: string;

beforeEach(() => {
  outdir = fs.mkdtempSync(path.join(os.tmpdir(), 'extra-files-'));
});
afterEach(() => fs.rmSync(outdir, { recursive: true }));

function appWith(declare: (chart: ArgoChart) => void): ArgoApp {
  const app = new ArgoApp({ outdir, report: 'none' });
  const chart = new ArgoChart(app, 'Settings', { namespace: 'argocd', folder: 'platform/settings' });
  new ApiObject(chart, 'Map', { apiVersion: 'v1', kind: 'ConfigMap' });
  declare(chart);
  return app;
}

function written(): string[] {
  return fs.readdirSync(path.join(outdir, 'platform/settings')).sort();
}

test('a declared file is written beside the manifests, and removed when nobody declares it', () => {
  appWith((chart) => declareFile(chart, { path: 'values.yaml', produce: () => 'replicas: 2\n' })).synth();
  expect(written()).toEqual(['settings.k8s.yaml', 'values.yaml']);
  expect(fs.readFileSync(path.join(outdir, 'platform/settings/values.yaml'), 'utf8')).toBe('replicas: 2\n');

  appWith(() => undefined).synth();
  expect(written()).toEqual(['settings.k8s.yaml']);
});

test('a file that cannot be made stops the synth with the reason, and nothing is written', () => {
  const app = appWith((chart) => declareFile(chart, { path: 'values.yaml', produce: () => { throw new Error('no values'); } }));
  expect(() => app.synth()).toThrow('the file values.yaml cannot be rendered: no values');
  expect(fs.readdirSync(outdir)).toEqual([]);
});

test('a file in the place of another one is refused', () => {
  const app = appWith((chart) => declareFile(chart, { path: 'settings.k8s.yaml', produce: () => '' }));
  expect(() => app.synth()).toThrow('"platform/settings/settings.k8s.yaml" of unit "platform/settings" are one file');
});

test('an unwritten object is checked, and no file holds it', () => {
  const broken = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'elsewhere' }, datum: {} };
  const app = appWith((chart) => declareUnwritten(chart, () => broken));
  expect(app.check().findings).toEqual([expect.objectContaining({ rule: 'schema/unknown-field', pointer: '/datum' })]);

  appWith((chart) => declareUnwritten(chart, () => ({ ...broken, datum: undefined, data: { key: 'value' } }))).synth();
  expect(fs.readFileSync(path.join(outdir, 'platform/settings/settings.k8s.yaml'), 'utf8')).not.toContain('elsewhere');
});

test('a chart of unwritten objects alone has no file', () => {
  const app = new ArgoApp({ outdir, report: 'none' });
  const chart = new ArgoChart(app, 'Settings', { namespace: 'argocd' });
  declareUnwritten(chart, () => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'elsewhere' }, data: { key: 'value' } }));
  app.synth();
  expect(fs.readdirSync(outdir)).toEqual([]);
});
