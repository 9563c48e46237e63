import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Chart } from 'cdk8s';
import { CanaryRollout, CanaryStep, TrafficRouter } from 'cdk8s-argo';
import * as kplus from 'cdk8s-plus-27';

// Nothing is new here but the rollout.
const app = new App({ outdir: mkdtempSync(join(tmpdir(), 'plain-app-')) });
const chart = new Chart(app, 'orders', { namespace: 'orders' });
new CanaryRollout(chart, 'Orders', {
  replicas: 4,
  containers: [{ image: 'registry.example.com/orders:1.8.0', portNumber: 8080, readiness: kplus.Probe.fromHttpGet('/healthz') }],
  trafficRouting: TrafficRouter.nginx({ hosts: ['orders.example.com'] }),
  steps: CanaryStep.ramp([10, 50], { pause: '10m' }),
});
app.synth();
