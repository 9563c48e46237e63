import { ArgoApp } from 'cdk8s-argo';
import { type Stage, Web } from './web';

const app = new ArgoApp({ outdir: 'dist/migration' });

// A team has one of them at a time. Here they stand side by side, so that their YAML can be compared.
const stages: readonly Stage[] = ['deployment', 'sideBySide', 'routed', 'migrated'];
stages.forEach((stage, i) => new Web(app, `stage-${i + 1}-${stage.toLowerCase()}`, stage));

app.synth();
