import { ArgoApp, ArgoCdParams, ArgoChart } from 'cdk8s-argo';
import { clusterList, clusters, oneChart } from './clusters';
import { pullRequest, scmProvider } from './code-hosting';
import { components, matrix, merge, templateOfOneGenerator } from './combinations';
import { fleet } from './fleet';
import { gitDirectories, gitFiles } from './git';
import { list } from './list';
import { clusterDecisionResource, plugin } from './services';
import { agent, tools, webInEachSize } from './workloads';

const app = new ArgoApp({ outdir: 'dist/application-sets', fleet });
webInEachSize(app);
tools(app);
const agentChart = agent(app);

const argocd = new ArgoChart(app, 'argocd', { namespace: 'argocd' });
new ArgoCdParams(argocd, 'Params');
clusters(argocd);
oneChart(argocd, agentChart);
list(argocd);
gitDirectories(argocd);
gitFiles(argocd);
matrix(argocd);
components(argocd);
merge(argocd);
templateOfOneGenerator(argocd);
scmProvider(argocd);
pullRequest(argocd);
clusterDecisionResource(argocd);
plugin(argocd);
clusterList(new ArgoChart(app, 'overview', { namespace: 'argocd' }), agentChart);

app.synth();
