import { ArgoApp, ArgoCdParams, ArgoChart, Environment } from 'cdk8s-argo';
import { billing, dashboards, policies, search, status } from './folders';
import { cache, certificates } from './helm';
import { Web, webApplication } from './web';

const app = new ArgoApp({ outdir: 'dist/applications' });
const argocd = new ArgoChart(app, 'argocd', { namespace: 'argocd' });

// Every sort of source, and what an Application can say beside it.
webApplication(argocd, new Web(app, 'web'));
cache(argocd, Environment.named('production'));
certificates(argocd);
search(argocd);
dashboards(argocd);
policies(argocd);
status(argocd);
billing(argocd);

// What is rendered ahead needs the hydrator, which is switched on here by itself.
new ArgoCdParams(argocd, 'Params');

app.synth();
