import { ArgoApp } from '../../src/app/argo-app';
import { ArgoChart } from '../../src/app/argo-chart';
import { Application } from '../../src/apps/application';
import { Destination } from '../../src/apps/destination';
import { Source } from '../../src/apps/source';
import type { SourceChoice } from '../../src/apps/source-choice';
import { ApplicationSet } from '../../src/appsets/application-set';
import { Generator } from '../../src/appsets/generator';
import { ArgoCdConfig } from '../../src/control-plane/argo-cd/argo-cd-config';
import { ArgoCdParams } from '../../src/control-plane/argo-cd/argo-cd-params';
import type { ArgoCdParamsProps } from '../../src/control-plane/argo-cd/argo-cd-params-props';
import { Repository } from '../../src/fleet/repository';
import { plainApp } from '../plain-app';
import { theObject } from '../shop';

const repository = Repository.git({ url: 'https://git.example.com/org/manifests.git', revision: 'main' });
const one: SourceChoice = { source: Source.git({ repository, path: 'web' }) };
const hydrated: SourceChoice = { sourceHydrator: { drySource: { repository, path: 'web' }, syncSource: { targetBranch: 'production', path: 'web' } } };

function platform(app = plainApp()) {
  const argocd = new ArgoChart(app, 'argocd', { namespace: 'argocd' });
  const deliver = (namespace: string, choice: SourceChoice = one): Application =>
    new Application(new ArgoChart(app, `in-${namespace}`, { namespace }), 'Web', { ...choice, destination: Destination.inCluster(namespace) });
  return { app, argocd, deliver };
}

function dataOf(argocd: ArgoChart, props: ArgoCdParamsProps = {}): unknown {
  new ArgoCdParams(argocd, 'Params', props);
  return theObject(argocd.toJson(), 'ConfigMap').data;
}

function findingsOf(declare: (parts: ReturnType<typeof platform>) => void) {
  const app = new ArgoApp({ outdir: 'unused', report: 'none' });
  declare(platform(app));
  return app.check().findings.map(({ rule, message, entry }) => `${rule} ${entry?.id.name ?? ''}: ${message}`);
}

describe('what Argo CD has to be told comes into the ArgoCdParams of the app', () => {
  test('the hydrator', () => {
    const { argocd, deliver } = platform();
    deliver('argocd', hydrated);
    expect(dataOf(argocd)).toEqual({ 'hydrator.enabled': 'true' });
  });

  test('each namespace that Applications and sets stand in, but its own', () => {
    const { app, argocd, deliver } = platform();
    for (const namespace of ['team-web', 'argocd', 'team-data']) deliver(namespace);
    deliver('team-web-2');
    new ApplicationSet(new ArgoChart(app, 'sets', { namespace: 'team-sets' }), 'Web', {
      generators: [Generator.list([{ env: 'staging' }, { env: 'production' }])],
      template: (p) => ({ name: `web-${p.env}`, ...one, destination: Destination.inCluster('web') }),
    });
    expect(dataOf(argocd)).toEqual({
      'application.namespaces': 'team-data,team-sets,team-web,team-web-2', 'applicationsetcontroller.namespaces': 'team-sets',
    });
  });

  test('nothing that nobody needs', () => {
    const { argocd, deliver } = platform();
    deliver('argocd');
    new ArgoCdParams(argocd, 'Params');
    expect(theObject(argocd.toJson(), 'ConfigMap')).not.toHaveProperty('data.application.namespaces');
  });

  test('no namespace beside a list that somebody wrote', () => {
    const { argocd, deliver } = platform();
    deliver('team-web');
    expect(dataOf(argocd, { applicationNamespaces: ['team-*'] })).toEqual({ 'application.namespaces': 'team-*' });
  });
});

describe('what nobody tells Argo CD is found', () => {
  test('the hydrator', () => {
    expect(findingsOf(({ deliver }) => deliver('argocd', hydrated))).toEqual([
      expect.stringMatching(/^constructs\/setting-delivered .*nobody here sets hydrator.enabled in argocd-cmd-params-cm, so nothing renders the Application web/),
    ]);
  });

  test('a namespace, where it is known that Argo CD has another one', () => {
    expect(findingsOf(({ argocd, deliver }) => {
      new ArgoCdConfig(argocd, 'Config');
      deliver('team-web');
      deliver('argocd');
    })).toEqual([expect.stringMatching(/^constructs\/setting-delivered .*sets application.namespaces.*does not look at the Application web in the namespace team-web/)]);
    expect(findingsOf(({ deliver }) => deliver('team-web'))).toEqual([]);
  });

  test('a namespace that the list does not have', () => {
    expect(findingsOf(({ argocd, deliver }) => {
      new ArgoCdParams(argocd, 'Params', { applicationNamespaces: ['team-data', '/team-[0-9]+/'] });
      for (const namespace of ['team-web', 'team-data', 'team-7']) deliver(namespace);
    })).toEqual(['apps/namespace-enabled web: Argo CD does not look at Applications in the namespace team-web']);
  });
});
