import { ArgoApp, Profile } from 'cdk8s-argo';
import { Controller } from './controller';
import { Storefront } from './storefront';

// What is a matter of taste elsewhere is a rule here: nothing runs as root, and nothing may become root.
const profile = Profile.recommended().with({ 'pods/run-as-non-root': 'error', 'pods/privilege-escalation': 'error' });

const app = new ArgoApp({ outdir: 'dist/operations', profile });

// Once for the cluster: what the Rollouts controller runs beside itself, and what it tells.
new Controller(app, 'argo-rollouts');

new Storefront(app, 'storefront', { image: '4.2.0', databasePassword: '2026-04' });

app.synth();
