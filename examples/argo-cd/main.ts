import { ArgoApp } from 'cdk8s-argo';
import { EdgeInstallation } from './edge';
import { HelmInstallation } from './installation';

const app = new ArgoApp({ outdir: 'dist/argo-cd' });

// The one in the middle comes from the Helm chart, the one at the edge from Kustomize: the configuration is written alike.
new HelmInstallation(app, 'argo-cd');
new EdgeInstallation(app, 'argo-cd-edge');

app.synth();
