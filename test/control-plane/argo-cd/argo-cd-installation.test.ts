import * as fs from 'node:fs';
import * as path from 'node:path';
import { load } from 'js-yaml';
import { ArgoChart } from '../../../src/app/argo-chart';
import { ArgoCdConfig } from '../../../src/control-plane/argo-cd/argo-cd-config';
import { ArgoCdInstallation, type ArgoCdInstallationProps } from '../../../src/control-plane/argo-cd/argo-cd-installation';
import { ArgoCdParams } from '../../../src/control-plane/argo-cd/argo-cd-params';
import { notificationsValues } from '../../../src/control-plane/argo-cd/chart-values';
import { TestApp } from '../../../src/testing/test-app';

function installed(form: ArgoCdInstallationProps): { readonly app: TestApp; readonly argoCd: ArgoCdInstallation } {
  const app = new TestApp();
  const argoCd = new ArgoCdInstallation(new ArgoChart(app, 'argo-cd', { namespace: 'argocd' }), 'ArgoCd', form);
  new ArgoCdConfig(argoCd, 'Config', { adminEnabled: false });
  new ArgoCdParams(argoCd, 'Params', { server: { insecure: true } });
  return { app, argoCd };
}

function filesOf(app: TestApp): Record<string, unknown> {
  app.synth();
  try {
    const files = fs.readdirSync(app.outdir, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.yaml')).sort();
    return Object.fromEntries(files.map((file) => [file, load(fs.readFileSync(path.join(app.outdir, file), 'utf8'))]));
  } finally {
    fs.rmSync(app.outdir, { recursive: true, force: true });
  }
}

test('ConfigMaps are written as they are', () => {
  const { app } = installed({ as: 'configMaps' });
  expect(app.synthYaml()).toContain('name: argocd-cmd-params-cm');
  expect(app.synth().objects).toBe(2);
  fs.rmSync(app.outdir, { recursive: true, force: true });
});

test('Helm values hold what is contributed after they were asked for', () => {
  const { app, argoCd } = installed({ as: 'helmValues' });
  const values = argoCd.helmValues;
  ArgoCdConfig.contribute(new ArgoChart(app, 'web'), { key: 'installationID', value: 'one', why: 'it is a test' });
  expect(values).toEqual({
    configs: { cm: { 'admin.enabled': 'false', 'installationID': 'one' }, params: { 'server.insecure': 'true' } },
    notifications: undefined,
  });
});

test('Helm values switch on the server that the hydrator pushes through', () => {
  const { argoCd } = installed({ as: 'helmValues' });
  expect(argoCd.helmValues.commitServer).toBeUndefined();
  const hydrated = new ArgoCdInstallation(new ArgoChart(new TestApp(), 'argo-cd', { namespace: 'argocd' }), 'ArgoCd', { as: 'helmValues' });
  new ArgoCdParams(hydrated, 'Params', { hydratorEnabled: true });
  expect(hydrated.helmValues.commitServer).toEqual({ enabled: true });
});

test('Helm values can be a file, and no ConfigMap is written', () => {
  const { app } = installed({ as: 'helmValues', file: 'values.yaml' });
  expect(filesOf(app)).toEqual({
    'argo-cd/values.yaml': { configs: { cm: { 'admin.enabled': 'false' }, params: { 'server.insecure': 'true' } } },
  });
});

test('rules look at ConfigMaps that Helm will make', () => {
  const { app, argoCd } = installed({ as: 'helmValues' });
  new ArgoCdConfig(new ArgoChart(app, 'other', { namespace: 'argocd' }), 'Config');
  expect(argoCd.helmValues).toBeDefined();
  expect(app.check().objects).toBe(3);
});

test('patches come with a kustomization', () => {
  const { app } = installed({ as: 'kustomizePatches', resources: ['https://git.example.com/argo-cd/install.yaml'] });
  expect(filesOf(app)).toEqual({
    'argo-cd/argocd-cm.patch.yaml': {
      apiVersion: 'v1', kind: 'ConfigMap',
      metadata: { name: 'argocd-cm', labels: { 'app.kubernetes.io/part-of': 'argocd' } },
      data: { 'admin.enabled': 'false' },
    },
    'argo-cd/argocd-cmd-params-cm.patch.yaml': expect.objectContaining({ data: { 'server.insecure': 'true' } }),
    'argo-cd/kustomization.yaml': {
      apiVersion: 'kustomize.config.k8s.io/v1beta1', kind: 'Kustomization', namespace: 'argocd', resources: ['https://git.example.com/argo-cd/install.yaml'],
      patches: [{ path: 'argocd-cm.patch.yaml' }, { path: 'argocd-cmd-params-cm.patch.yaml' }],
    },
  });
});

test('there are no values where ConfigMaps are written, and no installation in another', () => {
  const { argoCd } = installed({ as: 'configMaps' });
  expect(() => argoCd.helmValues).toThrow(/say as: 'helmValues'/);
  expect(() => new ArgoCdInstallation(argoCd, 'Inner', { as: 'configMaps' })).toThrow(/declare them side by side/);
});

test('labels of a ConfigMap that Helm makes are refused', () => {
  const { app } = installed({ as: 'helmValues' });
  const other = new ArgoCdInstallation(new ArgoChart(app, 'edge', { namespace: 'edge' }), 'ArgoCd', { as: 'helmValues' });
  expect(() => new ArgoCdConfig(other, 'Config', { metadata: { labels: { team: 'platform' } } })).toThrow(/leave them out of metadata/);
});

test('an empty setting is refused where the Helm chart would leave it out', () => {
  const argoCd = new ArgoCdInstallation(new ArgoChart(new TestApp(), 'argo-cd', { namespace: 'argocd' }), 'ArgoCd', { as: 'helmValues' });
  expect(() => new ArgoCdConfig(argoCd, 'Config', { helmValuesFileSchemes: [] })).toThrow(/helm\.valuesFileSchemes is empty/);
});

test('notifications become the values of the chart', () => {
  expect(notificationsValues({
    'service.slack': 'token: $slack-token\n',
    'template.synced': 'message: "{{.app.metadata.name}}"\n',
    'trigger.on-synced': '- send: [synced]\n',
    'defaultTriggers': '- on-synced\n',
    'subscriptions': '- recipients: [slack:releases]\n  triggers: [on-synced]\n',
    'context': 'argocdUrl: https://argo-cd.example.com\nregion: eu\n',
  })).toEqual({ notifications: {
    argocdUrl: 'https://argo-cd.example.com',
    context: { region: 'eu' },
    notifiers: { 'service.slack': 'token: $slack-token\n' },
    templates: { 'template.synced': 'message: "{{.app.metadata.name}}"\n' },
    triggers: { 'trigger.on-synced': '- send: [synced]\n', 'defaultTriggers': '- on-synced\n' },
    subscriptions: [{ recipients: ['slack:releases'], triggers: ['on-synced'] }],
  } });
});
