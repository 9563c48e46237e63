import { ArgoApp } from 'cdk8s-argo';
import { Controller } from './controller';
import { Storefront } from './storefront';

const app = new ArgoApp({ outdir: 'dist/operations' });

// Once for the cluster: what the Rollouts controller runs beside itself, and what it tells.
new Controller(app, 'argo-rollouts');

new Storefront(app, 'storefront', { image: '4.2.0', databasePassword: '2026-04' });

app.synth();
