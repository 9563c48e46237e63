import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { ApiObject, App, Chart, JsonPatch, Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import * as yaml from 'js-yaml';
import { ArgoApp } from '../../src/app/argo-app';
import { ArgoChart } from '../../src/app/argo-chart';
import { Validations } from '../../src/app/validations';
import { CanaryRollout } from '../../src/rollouts/canary-rollout';
import { CanaryStep } from '../../src/rollouts/canary-step';
import { TrafficRouter } from '../../src/traffic/traffic-router';
import { ValidationError } from '../../src/validation/validation-error';
import { webContainer } from '../shop';

let outdir: string;

beforeEach(() => {
  outdir = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'argo-app-')), 'dist');
});

afterEach(() => fs.rmSync(path.dirname(outdir), { recursive: true, force: true }));

function appWith(weight: number | 'wrong'): ArgoApp {
  const app = new ArgoApp({ outdir, report: 'none' });
  const chart = new ArgoChart(app, 'web', { namespace: 'shop' });
  const web = new CanaryRollout(chart, 'Web', {
    replicas: 4, containers: [webContainer()], trafficRouting: TrafficRouter.istio(), steps: [CanaryStep.setWeight(weight === 'wrong' ? 50 : weight)],
  });
  if (weight === 'wrong') ApiObject.of(web).addJsonPatch(JsonPatch.replace('/spec/strategy/canary/steps/0/setWeight', 150));
  return app;
}

function filesIn(folder: string): Record<string, string> {
  return Object.fromEntries(fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()
    .filter((file) => fs.statSync(path.join(folder, file)).isFile())
    .map((file) => [file, fs.readFileSync(path.join(folder, file), 'utf8')]));
}

describe('ArgoApp.synth', () => {
  test('writes a folder for each chart, and says what it did', () => {
    const result = appWith(20).synth();
    expect(Object.keys(filesIn(outdir))).toEqual(['.cdk8s-argo/app/web.json', 'web/web.k8s.yaml']);
    expect(result).toMatchObject({ units: 1, objects: 4, written: ['web/web.k8s.yaml'], unchanged: [], removed: [] });
  });

  test('writes what toJson and Testing.synth show', () => {
    const app = appWith(20);
    const chart = app.node.findChild('web') as ArgoChart;
    app.synth();
    const written = yaml.loadAll(fs.readFileSync(path.join(outdir, 'web/web.k8s.yaml'), 'utf8'));
    expect(chart.toJson()).toEqual(written);
    expect(Testing.synth(chart)).toEqual(written);
    expect(yaml.loadAll(app.synthYaml())).toEqual(written);
  });

  test('writes nothing the second time, and only what changed the third', () => {
    appWith(20).synth();
    expect(appWith(20).synth()).toMatchObject({ written: [], unchanged: ['web/web.k8s.yaml'] });
    expect(appWith(30).synth()).toMatchObject({ written: ['web/web.k8s.yaml'], unchanged: [] });
  });

  test('leaves everything as it was when it finds an error', () => {
    appWith(20).synth();
    fs.writeFileSync(path.join(outdir, 'web', 'OWNERS'), 'team-web\n');
    const before = filesIn(outdir);
    expect(() => appWith('wrong').synth()).toThrow(ValidationError);
    expect(() => appWith('wrong').synth()).toThrow(/Rollout\/shop\/web\n {2}spec.strategy.canary.steps\[0\].setWeight: .*150/);
    expect(filesIn(outdir)).toEqual(before);
  });

  test('removes the files of a chart that is gone, and no others', () => {
    const withSettings = (app: ArgoApp): ArgoApp => {
      new kplus.ConfigMap(new ArgoChart(app, 'other'), 'Settings', { data: { a: 'b' } });
      return app;
    };
    withSettings(appWith(20)).synth();
    fs.writeFileSync(path.join(outdir, 'web', 'OWNERS'), 'team-web\n');
    expect(withSettings(new ArgoApp({ outdir, report: 'none' })).synth()).toMatchObject({ written: [], removed: ['web/web.k8s.yaml'] });
    expect(Object.keys(filesIn(outdir))).toEqual(['.cdk8s-argo/app/other.json', 'other/other.k8s.yaml', 'web/OWNERS']);
  });

  test('does not take an app without charts for a wish to delete everything', () => {
    appWith(20).synth();
    expect(() => new ArgoApp({ outdir, report: 'none' }).synth()).toThrow(/the app has no objects, and .* holds what it wrote before/);
    expect(Object.keys(filesIn(outdir))).toContain('web/web.k8s.yaml');
  });

  test('keeps the same object in two charts apart', () => {
    const app = new ArgoApp({ outdir, report: 'none' });
    for (const id of ['staging', 'production']) {
      new kplus.ConfigMap(new ArgoChart(app, id, { namespace: 'shop' }), 'Settings', { data: { environment: id } });
    }
    expect(app.synth()).toMatchObject({ units: 2, objects: 2 });
  });

  test('refuses a folder outside of the output folder', () => {
    const app = new ArgoApp({ outdir, report: 'none' });
    expect(() => new ArgoChart(app, 'web', { folder: '../web' })).toThrow(/^web: the folder "..\/web" cannot be written: .* \(test\/app\/argo-app.test.ts:\d+\)$/);
    new Chart(app, '..');
    expect(() => app.synth()).toThrow(/the folder ".." cannot be written/);
    expect(fs.existsSync(outdir)).toBe(false);
  });

  test('refuses two charts in one folder, and a namespace that is none', () => {
    const app = new ArgoApp({ outdir, report: 'none' });
    new ArgoChart(app, 'one', { folder: 'web' });
    new ArgoChart(app, 'two', { folder: 'web' });
    expect(() => app.synth()).toThrow(/the charts one \(.*\) and two \(.*\) are both written to the folder "web"/);
    expect(() => new ArgoChart(app, 'three', { namespace: 'Shop Prod' })).toThrow('three: the namespace "Shop Prod" is not a DNS label');
  });

  test('reports errors of several kinds at once', () => {
    const app = appWith('wrong');
    const chart = app.node.findChild('web') as ArgoChart;
    new ApiObject(chart, 'Lost', { apiVersion: 'v1', kind: 'ConfigMap', data: { a: null } });
    chart.node.addValidation({ validate: () => ['said by the user'] });
    expect(app.check().findings.map((finding) => finding.rule).sort()).toEqual(['constructs/renders', 'constructs/valid', 'rollouts/weight-in-range']);
  });

  test('takes an acknowledged finding out of the report', () => {
    const app = appWith('wrong');
    Validations.of(app.node.findChild('web')).acknowledge({ rule: 'rollouts/weight-in-range', reason: 'a test' });
    expect(app.check()).toMatchObject({ findings: [], waived: [{ waiver: { reason: 'a test' } }] });
  });

  test('gives cdk8s synth the folder that it insists on, and stops when that is the folder of the app', () => {
    const folder = path.join(path.dirname(outdir), 'cli');
    process.env.CDK8S_OUTDIR = folder;
    try {
      appWith(20).synth();
      expect(Object.keys(filesIn(folder))).toEqual(['web/web.k8s.yaml']);
      process.env.CDK8S_OUTDIR = outdir;
      expect(() => appWith(20).synth()).toThrow(/write "output: .cdk8s" into cdk8s.yaml/);
    } finally {
      delete process.env.CDK8S_OUTDIR;
    }
  });
});

describe('a plain cdk8s App', () => {
  test('validates our constructs and writes the same objects', () => {
    const app = new App({ outdir });
    const chart = new ArgoChart(app, 'web', { namespace: 'shop' });
    const web = new CanaryRollout(chart, 'Web', { containers: [webContainer()], trafficRouting: TrafficRouter.istio(), steps: [] });
    app.synth();
    expect(yaml.loadAll(fs.readFileSync(path.join(outdir, 'web.k8s.yaml'), 'utf8'))).toEqual(chart.toJson());
    ApiObject.of(web).addJsonPatch(JsonPatch.add('/spec/paussed', true));
    return Promise.resolve().then(() => expect(() => app.synth()).toThrow(/unknown field "paussed"/));
  });

  test('validates once, however many charts it writes', () => {
    const app = new App({ outdir });
    let asked = 0;
    for (let i = 0; i < 20; i++) {
      const chart = new ArgoChart(app, `chart-${i}`, { namespace: 'shop' });
      new kplus.ConfigMap(chart, 'Settings', { data: { a: 'b' } });
      chart.node.addValidation({ validate: () => { asked++; return []; } });
    }
    app.synth();
    // cdk8s asks each construct once for the app and once a chart; ours reads the tree one more time, not twenty.
    expect(asked).toBe(2 * 20);
  });
});
