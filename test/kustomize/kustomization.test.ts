import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { load } from 'js-yaml';
import { ArgoApp } from '../../src/app/argo-app';
import { ArgoChart } from '../../src/app/argo-chart';
import { Application, type ApplicationOptions } from '../../src/apps/application';
import { Destination } from '../../src/apps/destination';
import { Source } from '../../src/apps/source';
import { SyncOption } from '../../src/apps/sync-option';
import { SyncPolicy } from '../../src/apps/sync-policy';
import { Repository } from '../../src/fleet/repository';
import { EncryptedFile } from '../../src/kustomize/encrypted-file';
import { Kustomization, type KustomizationProps } from '../../src/kustomize/kustomization';
import type { JsonObject } from '../../src/manifests/json';
import { CanaryRollout } from '../../src/rollouts/canary-rollout';
import { CanaryStep } from '../../src/rollouts/canary-step';
import type { ITrafficRouter } from '../../src/traffic/router-binding';
import { TrafficRouter } from '../../src/traffic/traffic-router';
import { specOf, webContainer } from '../shop';

const SEALED = `apiVersion: v1
kind: Secret
metadata:
    name: database
stringData:
    password: ENC[AES256_GCM,data:Tr7o=,iv:1=,tag:2=,type:str]
sops:
    mac: ENC[AES256_GCM,data:p673w==,iv:YY=,tag:UQ=,type:str]
    version: 3.9.0
`;

let folder: string;

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'kustomization-'));
});
afterEach(() => fs.rmSync(folder, { recursive: true }));

function fileWith(content: string | Buffer, name = 'database.yaml'): string {
  const file = path.join(folder, name);
  fs.writeFileSync(file, content);
  return file;
}

/** The files of a chart with a canary, by their names. */
function written(props: (name: string) => KustomizationProps): Readonly<Record<string, string>> {
  const app = new ArgoApp({ outdir: path.join(folder, 'dist'), report: 'none' });
  const chart = new ArgoChart(app, 'Web', { namespace: 'web', folder: 'apps/web' });
  new CanaryRollout(chart, 'Web', {
    replicas: 4, containers: [webContainer()], trafficRouting: TrafficRouter.podRatio(), steps: [CanaryStep.setWeight(25), CanaryStep.pause('5m')],
  });
  new Kustomization(chart, 'Kustomization', props('web'));
  app.synth();
  const target = path.join(folder, 'dist/apps/web');
  return Object.fromEntries(fs.readdirSync(target).sort().map((name) => [name, fs.readFileSync(path.join(target, name), 'utf8')]));
}

test('the kustomization lists the manifests and tells Kustomize of Rollouts', () => {
  const files = written((name) => ({
    namePrefix: 'blue-', labels: { team: 'shop' }, images: [{ name: 'registry.example.com/web', newTag: 'v2' }], replicas: { [name]: 8 },
  }));
  expect(load(files['kustomization.yaml']!)).toEqual({
    apiVersion: 'kustomize.config.k8s.io/v1beta1',
    kind: 'Kustomization',
    namePrefix: 'blue-',
    resources: ['web.k8s.yaml'],
    configurations: ['argo-transformers.yaml'],
    labels: [{ pairs: { team: 'shop' } }],
    images: [{ name: 'registry.example.com/web', newTag: 'v2' }],
    replicas: [{ name: 'web', count: 8 }],
  });
  expect(load(files['argo-transformers.yaml']!)).toMatchObject({
    nameReference: expect.arrayContaining([expect.objectContaining({
      kind: 'Service', fieldSpecs: expect.arrayContaining([{ kind: 'Rollout', group: 'argoproj.io', path: 'spec/strategy/canary/canaryService' }]),
    })]),
    replicas: [{ kind: 'Rollout', path: 'spec/replicas' }],
  });
});

describe('what an Application of a folder with other names ignores', () => {
  function applied(
    props: KustomizationProps, trafficRouting: ITrafficRouter = TrafficRouter.istio(), more: Partial<ApplicationOptions> = {},
  ): JsonObject {
    const app = new ArgoApp({ outdir: path.join(folder, 'dist'), report: 'none' });
    const chart = new ArgoChart(app, 'web', { namespace: 'web' });
    new CanaryRollout(chart, 'Web', {
      replicas: 4, containers: [webContainer()], steps: [CanaryStep.setWeight(25), CanaryStep.pause('5m')], trafficRouting,
    });
    new Kustomization(chart, 'Kustomization', props);
    const roots = new ArgoChart(app, 'roots', { namespace: 'argocd' });
    new Application(roots, 'Web', {
      source: Source.chart(chart, Repository.git({ url: 'https://git.example.com/org/manifests.git', revision: 'main', root: 'dist' })),
      destination: Destination.inCluster(),
      ...more,
    });
    const { findings } = app.check();
    expect(findings.filter(({ rule }) => rule.startsWith('ownership/'))).toEqual([]);
    return specOf(roots.toJson(), 'Application');
  }

  test('has the names that Kustomize gives', () => {
    expect(applied({ namePrefix: 'blue-', nameSuffix: '-v2' })).toMatchObject({ ignoreDifferences: [{ kind: 'VirtualService', name: 'blue-web-v2' }] });
    expect(applied({ labels: { team: 'shop' } })).toMatchObject({ ignoreDifferences: [{ kind: 'VirtualService', name: 'web' }] });
  });

  test('names Services that a server-side apply would reset', () => {
    const syncPolicy = SyncPolicy.automated({ syncOptions: [SyncOption.serverSideApply()] });
    expect(applied({ namePrefix: 'blue-' }, TrafficRouter.nginx({ hosts: ['web.example.com'] }), { syncPolicy }))
      .toMatchObject({ ignoreDifferences: [{ kind: 'Service', name: 'blue-web-stable' }, { kind: 'Service', name: 'blue-web-canary' }] });
  });
});

test('a file that SOPS encrypted is written byte for byte, and decrypted by KSOPS', () => {
  const files = written(() => ({ encryptedFiles: [EncryptedFile.fromPath(fileWith(SEALED))] }));
  expect(files['database.yaml']).toBe(SEALED);
  expect(load(files['kustomization.yaml']!)).toMatchObject({ generators: ['sops-generator.yaml'] });
  expect(load(files['sops-generator.yaml']!)).toMatchObject({ kind: 'ksops', files: ['database.yaml'] });
});

test.each([
  [SEALED.replace(/sops:[^]*/, ''), /is not encrypted: it has no sops\.mac/],
  [SEALED.replace(/password: .*/, 'password: hunter2'), /leaves stringData\.password in plain text/],
  [SEALED.replace(/password: .*/, 'password: ENC[hunter2'), /leaves stringData\.password in plain text/],
  [SEALED.replace(/password: .*/, 'keys: { a: [hunter2] }'), /leaves stringData\.keys\.a\.0 in plain text/],
  [SEALED.replace(/mac: .*/, 'mac: x'), /is not encrypted: it has no sops\.mac that sops made/],
  [SEALED.replace('sops:', 'spec:\n    password: hunter2\nsops:'), /leaves spec\.password in plain text/],
  [SEALED.replace('name: database', 'annotations: { note: "redis://:hunter2@cache" }'), /leaves metadata\.annotations\.note in plain text/],
  [SEALED.replace('name: database', `annotations: { kubectl.kubernetes.io/last-applied-configuration: '{"data":{"a":"aHVudGVyMg=="}}' }`),
    /leaves metadata\.annotations\.kubectl.*last-applied-configuration in plain text/],
  [`${SEALED}---\nkind: Secret\n`, /is not encrypted/],
  ['', /is empty/],
  ['a: [', /is no YAML/],
  [Buffer.from([0xff, 0xfe]), /is not UTF-8/],
])('a file is refused that is not encrypted: %#', (content, message) => {
  expect(() => EncryptedFile.fromPath(fileWith(content))).toThrow(message);
  expect(() => EncryptedFile.fromPath(fileWith(content))).not.toThrow(/hunter2/);
});

test('what SOPS leaves as it is, is no secret', () => {
  const content = SEALED.replace('stringData:\n', 'type: Opaque\nstringData:\n    none: ""\n');
  expect(EncryptedFile.fromPath(fileWith(content)).content).toBe(content);
});

test.each([
  [() => EncryptedFile.fromPath('nowhere.yaml'), /nowhere\.yaml cannot be read: ENOENT/],
  [() => EncryptedFile.fromPath('secret.json'), /does not end in \.yaml/],
])('a file is refused that cannot be one: %#', (read, message) => {
  expect(read).toThrow(message);
});

test.each([
  [{ images: [{ name: 'web' }] }, /nobody has said what replaces the image web/],
  [{ images: [{ name: 'web', newTag: 'v2', digest: 'sha256:1' }] }, /gets a tag and a digest/],
])('images are replaced by one thing: %#', (props, message) => {
  expect(() => written(() => props)).toThrow(message);
});
