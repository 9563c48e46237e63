import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { ApiObject, App, type Chart, JsonPatch, Testing } from 'cdk8s';
import { ArgoApp } from '../../src/app/argo-app';
import { ArgoChart } from '../../src/app/argo-chart';
import { Validations } from '../../src/app/validations';
import { Manifests } from '../../src/testing/manifests';
import { cli } from '../cli/cli';

let outdir: string;

beforeEach(() => {
  outdir = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'argo-app-')), 'dist');
});

const ANNOTATION = 'acknowledge.cdk8s-argo/pods.image-tag';

interface Written {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly annotations?: Readonly<Record<string, string>> };
}

function deployment(chart: Chart, name: string, annotations?: Readonly<Record<string, string>>): ApiObject {
  return new ApiObject(chart, name, {
    apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name, ...(annotations && { annotations }) },
    spec: {
      selector: { matchLabels: { app: name } },
      template: { metadata: { labels: { app: name } }, spec: { containers: [{ name, image: `registry.example.com/${name}:latest` }] } },
    },
  });
}

function inArgoApp(): { readonly app: ArgoApp; readonly chart: ArgoChart } {
  const app = new ArgoApp({ outdir, report: 'none' });
  return { app, chart: new ArgoChart(app, 'tools', { namespace: 'tools' }) };
}

/** The annotations of the objects by their names. */
function annotationsIn(objects: readonly unknown[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries((objects as readonly Written[]).map(({ metadata }) => [metadata.name, metadata.annotations]));
}

/** The rules that `lint` of the files finds broken. */
function linted(): readonly string[] {
  const { out } = cli('lint', outdir, '--no-config', '--complete', '--format', 'json');
  return (JSON.parse(out) as { readonly findings: ReadonlyArray<{ readonly rule: string }> }).findings.map(({ rule }) => rule);
}

describe('an acknowledgement with annotate', () => {
  test('is written into the objects of the findings, and lint honours it', () => {
    const { app, chart } = inArgoApp();
    const probe = deployment(chart, 'probe');
    new ApiObject(chart, 'Settings', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'settings' }, data: { a: 'b' } });
    app.synth();
    expect(linted()).toContain('pods/image-tag');
    const reason = ' built here,\n  and never pulled ';
    Validations.of(chart).acknowledge({ rule: 'pods/image-tag', reason, until: '2999-01-01', annotate: true });
    app.synth();
    const written = fs.readFileSync(path.join(outdir, 'tools/tools.k8s.yaml'), 'utf8');
    expect(written.match(/acknowledge\..*/g)).toEqual(['acknowledge.cdk8s-argo/pods.image-tag: built here, and never pulled (until 2999-01-01)']);
    expect(annotationsIn([probe.toJson()])).toEqual({ probe: undefined });
    expect(linted()).not.toContain('pods/image-tag');
    expect(app.synth().written).toEqual([]);
    expect(app.compare().upToDate).toBe(true);
  });

  test('is the same in an ArgoApp, a plain App and a test, beside what the object says itself', () => {
    const own = { team: 'tools' };
    const wanted = { probe: { [ANNOTATION]: 'ours', team: 'tools' }, other: undefined };
    const made = (chart: Chart): Chart => {
      Validations.of(deployment(chart, 'probe', own)).acknowledge({ rule: 'pods/image-tag', reason: 'ours', annotate: true });
      deployment(chart, 'other');
      return chart;
    };
    expect(annotationsIn(Testing.synth(made(inArgoApp().chart)) as unknown[])).toEqual(wanted);
    expect(annotationsIn(Testing.synth(made(new ArgoChart(new App(), 'tools'))) as unknown[])).toEqual(wanted);
    const manifests = Manifests.fromChart(made(inArgoApp().chart));
    expect(annotationsIn(manifests.all)).toEqual(wanted);
    manifests.hasResource('Deployment', { metadata: { name: 'probe', annotations: { [ANNOTATION]: 'ours' } } });
  });

  test('of two rules is two annotations, and one of its name that the object has stays', () => {
    const { chart } = inArgoApp();
    const probe = deployment(chart, 'probe', { [ANNOTATION]: 'said by hand' });
    const securityContext = { privileged: true };
    const containers = [{ name: 'probe', image: 'registry.example.com/probe:latest', securityContext }];
    probe.addJsonPatch(JsonPatch.add('/spec/template/spec', { hostNetwork: true, containers }));
    Validations.of(probe).acknowledge({ rule: 'pods/image-tag', reason: 'ours', annotate: true })
      .acknowledge({ rule: 'pods/host-namespaces', reason: 'it listens to the node', annotate: true })
      .acknowledge({ rule: 'pods/privileged', reason: 'it writes to the kernel' });
    expect(annotationsIn(Manifests.fromChart(chart).all)).toEqual({
      probe: { [ANNOTATION]: 'said by hand', 'acknowledge.cdk8s-argo/pods.host-namespaces': 'it listens to the node' },
    });
  });

  test('writes nothing when it matches nothing, and is reported', () => {
    const { app, chart } = inArgoApp();
    Validations.of(deployment(chart, 'probe')).acknowledge({ rule: 'pods/host-namespaces', reason: 'it listens to the node', annotate: true });
    expect(app.check().findings.map(({ rule }) => rule)).toContain('waivers/stale');
    expect(annotationsIn(Manifests.fromApp(app).all)).toEqual({ probe: undefined });
  });

  test('is gone with its finding, also when an older rendering of the same turn had it', () => {
    const { app, chart } = inArgoApp();
    const probe = deployment(chart, 'probe');
    Validations.of(probe).acknowledge({ rule: 'pods/image-tag', reason: 'ours', annotate: true });
    expect(annotationsIn(Testing.synth(chart) as unknown[])).toMatchObject({ probe: { [ANNOTATION]: 'ours' } });
    probe.addJsonPatch(JsonPatch.replace('/spec/template/spec/containers/0/image', 'registry.example.com/probe:1.0.0'));
    expect(app.synthYaml()).not.toContain(ANNOTATION);
  });

  test.each([
    ['whose end is read as a date', 'we keep it (until the migration ends)',
      'the reason of the acknowledgement of pods/image-tag ends with "(until the migration ends)", which is read as its last day in an annotation. '
      + "give the day as until: '2027-03-01', or put it in other words"],
    ['in which a date looks like the last day', 'kept until 2027-03-01, see the wiki',
      'the reason of the acknowledgement of pods/image-tag says "until 2027-03-01", which is no last day where it stands. '
      + "give the day as until: '2027-03-01', or put it in other words"],
    ['that is a document', 'why '.repeat(600), 'the reason of the acknowledgement of pods/image-tag has 2399 characters, and an annotation takes 2000 here. '
      + 'say it shortly, and write the rest into a document'],
  ])('refuses a reason %s', (_what, reason, message) => {
    const { chart } = inArgoApp();
    expect(() => Validations.of(chart).acknowledge({ rule: 'pods/image-tag', reason, annotate: true })).toThrow(message);
    expect(() => Validations.of(chart).acknowledge({ rule: 'pods/image-tag', reason })).not.toThrow();
  });
});
