import { ApiObject, JsonPatch } from 'cdk8s';
import { Application, ArgoCdConfig, ArgoChart, Destination, Repository, Source } from 'cdk8s-argo';
import { Manifests, TestApp } from 'cdk8s-argo/testing';

const chart = new ArgoChart(new TestApp(), 'argocd', { namespace: 'argocd' });
const legacy = Repository.git({ url: 'https://git.example.com/shop/legacy.git', revision: 'main' });
const web = new Application(chart, 'Web', { source: Source.git({ repository: legacy, path: 'web' }), destination: Destination.inCluster('web') });

// The object as it is rendered, changed. What comes out is checked like everything else.
ApiObject.of(web).addJsonPatch(JsonPatch.add('/metadata/finalizers', ['example.com/audit']));

// Keys of argocd-cm and argocd-cmd-params-cm that have no prop.
new ArgoCdConfig(chart, 'Config', { more: { 'ui.cssurl': './custom/shop.css' } });

test('ways out lead where they should', () => {
  const manifests = Manifests.fromChart(chart);
  manifests.hasResource('Application', { metadata: { finalizers: ['example.com/audit'] } });
  manifests.hasResource('ConfigMap', { data: { 'ui.cssurl': './custom/shop.css' } });
});
