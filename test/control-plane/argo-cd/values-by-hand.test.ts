import { ApiObject } from 'cdk8s';
import { ArgoChart } from '../../../src/app/argo-chart';
import { Application } from '../../../src/apps/application';
import { Destination } from '../../../src/apps/destination';
import { Source } from '../../../src/apps/source';
import { ArgoCdConfig } from '../../../src/control-plane/argo-cd/argo-cd-config';
import { ArgoCdInstallation } from '../../../src/control-plane/argo-cd/argo-cd-installation';
import { Repository } from '../../../src/fleet/repository';
import { TestApp } from '../../../src/testing/test-app';

const ABOUT = /^(argo-cd-|rbac\/)/;

/** What is found in settings: `rule kind/name pointer`. */
function found(app: TestApp): string[] {
  return app.check().findings.filter(({ rule }) => ABOUT.test(rule)).map(({ rule, subject, pointer }) => `${rule} ${subject?.id.kind}/${subject?.id.name} ${pointer}`);
}

function inApplication(values: object): TestApp {
  const app = new TestApp();
  const chart = new ArgoChart(app, 'argo-cd', { namespace: 'argocd' });
  new ApiObject(chart, 'ArgoCd', {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: { name: 'argo-cd' },
    spec: {
      project: 'platform',
      destination: { server: 'https://kubernetes.default.svc', namespace: 'argocd' },
      source: { repoURL: 'https://charts.example.com/argo', chart: 'argo-cd', targetRevision: '9.1.0', helm: { valuesObject: values } },
    },
  });
  return app;
}

test('values that somebody writes by hand are judged as the ConfigMaps that come of them', () => {
  const app = inApplication({ configs: { cm: { url: 'nonsense' }, rbac: { 'policy.csv': 'garbage' } } });
  expect(found(app)).toEqual([
    'argo-cd-settings/urls ConfigMap/argocd-cm /spec/source/helm/valuesObject/configs/cm/url',
    'rbac/policy-syntax ConfigMap/argocd-rbac-cm /spec/source/helm/valuesObject/configs/rbac/policy.csv',
  ]);
  expect(app.check().objects).toBe(1);
  expect(app.check().units).toBe(1);
  expect(found(inApplication({ configs: { cm: { url: 'https://argo-cd.example.com' } } }))).toEqual([]);
});

/** An installation whose values are handed on with more in `configs.cm`. */
function installed(more: Readonly<Record<string, string>>): TestApp {
  const app = new TestApp();
  const chart = new ArgoChart(app, 'argo-cd', { namespace: 'argocd' });
  const argoCd = new ArgoCdInstallation(chart, 'ArgoCd', { as: 'helmValues' });
  new ArgoCdConfig(argoCd, 'Config', { more: { 'resource.exclusion': '[]' } });
  const values = argoCd.helmValues as { readonly configs: { readonly cm: object } };
  const charts = Repository.helm({ url: 'https://charts.example.com/argo' });
  new Application(chart, 'Installation', {
    source: Source.helmChart({
      repository: charts, chart: 'argo-cd', version: '9.1.0', helm: { values: { ...values, configs: { ...values.configs, cm: { ...values.configs.cm, ...more } } } },
    }),
    destination: Destination.inCluster('argocd'),
    metadata: { name: 'argo-cd' },
  });
  return app;
}

test('what an ArgoCdConfig says is judged once, and what is put to it by hand too', () => {
  const own = 'argo-cd-settings/known-settings';
  expect(installed({}).check().findings.filter(({ rule }) => rule === own)).toHaveLength(1);
  expect(installed({ url: 'nonsense' }).check().findings.filter(({ rule }) => ABOUT.test(rule)).map(({ rule }) => rule).sort()).toEqual([own, 'argo-cd-settings/urls'].sort());
});
