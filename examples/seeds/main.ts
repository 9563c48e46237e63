import { ArgoApp } from 'cdk8s-argo';
import { gitopsBlueGreen } from './gitops-blue-green';
import { gitopsCanary } from './gitops-canary';
import { gitopsChecks } from './gitops-checks';
import { gitopsIstio } from './gitops-istio';
import { gitopsOverlay } from './gitops-overlay';
import { gitopsThatWorksCanary } from './gitops-that-works-canary';
import { productionGuideBlueGreen } from './production-guide-blue-green';
import { productionGuideCanary } from './production-guide-canary';
import { productionGuideChecks } from './production-guide-checks';
import { productionPipelinesCanary } from './production-pipelines-canary';

// Manifests of published articles, said as they were meant. Each correction says what was wrong and what it would have done.
const app = new ArgoApp({ outdir: 'dist/seeds' });

const guide = productionGuideChecks(app);
productionGuideCanary(app, guide);
productionGuideBlueGreen(app, guide);

const gitops = gitopsChecks(app);
gitopsBlueGreen(app, gitops);
gitopsCanary(app, gitops);
gitopsIstio(app);
gitopsOverlay(app);

gitopsThatWorksCanary(app, 'registry.example.com/api-service:1.8.2');

productionPipelinesCanary(app);

app.synth();
