import { ArgoApp } from 'cdk8s-argo';
import { albExamples } from './alb';
import { ambassadorExamples } from './ambassador';
import { apisixExamples } from './apisix';
import { appMeshExamples } from './app-mesh';
import { gatewayApiExamples } from './gateway-api';
import { istioExamples } from './istio';
import { nginxExamples } from './nginx';
import { ownExamples } from './own';
import { pluginExamples } from './plugin';
import { smiExamples } from './smi';
import { traefikExamples } from './traefik';

// One chart for each router: most clusters have one of them.
const app = new ArgoApp({ outdir: 'dist/routers' });

albExamples(app);
ambassadorExamples(app);
apisixExamples(app);
appMeshExamples(app);
gatewayApiExamples(app);
istioExamples(app);
nginxExamples(app);
ownExamples(app);
pluginExamples(app);
smiExamples(app);
traefikExamples(app);

app.synth();
