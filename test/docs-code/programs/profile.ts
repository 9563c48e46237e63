import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ArgoApp, Profile } from 'cdk8s-argo';
import { WebChart } from './web-chart';

const outdir = mkdtempSync(join(tmpdir(), 'profile-'));

const profile = Profile.recommended().with({
  // Ours run as a user of their own.
  'pods/run-as-non-root': 'error',
  // Budgets are made by the platform team.
  'practices/disruption-budget': 'off',
});

export const app = new ArgoApp({ outdir, profile, report: 'none' });

new WebChart(app, 'web');
app.synth();
