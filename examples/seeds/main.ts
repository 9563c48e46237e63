import { ArgoApp, ArgoChart } from 'cdk8s-argo';
import { argoCdConfig } from './argo-cd-config';
import { fleet } from './fleet';
import { gitopsApplications } from './gitops-applications';
import { gitopsBlueGreen } from './gitops-blue-green';
import { gitopsCanary } from './gitops-canary';
import { gitopsChecks } from './gitops-checks';
import { gitopsIstio } from './gitops-istio';
import { gitopsOverlay } from './gitops-overlay';
import { gitopsThatWorksApplication } from './gitops-that-works-application';
import { gitopsThatWorksCanary } from './gitops-that-works-canary';
import { gitopsWaves } from './gitops-waves';
import { notifications } from './notifications';
import { productionGuideApplications } from './production-guide-applications';
import { productionGuideBlueGreen } from './production-guide-blue-green';
import { productionGuideCanary } from './production-guide-canary';
import { productionGuideChecks } from './production-guide-checks';
import { productionPipelinesApplications } from './production-pipelines-applications';
import { productionPipelinesCanary } from './production-pipelines-canary';
import { productionPipelinesEnvironments } from './production-pipelines-environments';
import { productionPipelinesImageUpdater } from './production-pipelines-image-updater';

// Manifests of published articles, said as they were meant. Each correction says what was wrong and what it would have done.
const app = new ArgoApp({ outdir: 'dist/seeds', fleet });
const argoCd = new ArgoChart(app, 'argocd', { namespace: 'argocd' });
argoCdConfig(argoCd);
notifications(argoCd);

const guide = productionGuideChecks(app);
productionGuideApplications(argoCd, productionGuideCanary(app, guide), guide.chart);
productionGuideBlueGreen(app, guide);

const gitops = gitopsChecks(app);
gitopsApplications(argoCd, gitopsBlueGreen(app, gitops), gitops.chart);
gitopsCanary(app, gitops);
gitopsIstio(app);
gitopsOverlay(app);
gitopsWaves(app);

gitopsThatWorksCanary(app, 'registry.example.com/api-service:1.8.2');
gitopsThatWorksApplication(argoCd);

productionPipelinesApplications(app, argoCd, productionPipelinesCanary(app));
productionPipelinesEnvironments(app);
productionPipelinesImageUpdater(argoCd);

app.synth();
