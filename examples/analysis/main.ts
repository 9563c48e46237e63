import { Arg, ArgoApp, ArgoChart, CanaryRollout, CanaryStep, TrafficRouter } from 'cdk8s-argo';
import { Probe } from 'cdk8s-plus-27';
import { combinedChecks } from './checks';
import { cloudWatchCheck } from './providers/cloud-watch';
import { datadogCheck } from './providers/datadog';
import { graphiteCheck } from './providers/graphite';
import { influxdbCheck } from './providers/influxdb';
import { jobCheck } from './providers/job';
import { kayentaCheck } from './providers/kayenta';
import { newRelicCheck } from './providers/new-relic';
import { pluginCheck } from './providers/plugin';
import { prometheusCheck } from './providers/prometheus';
import { skywalkingCheck } from './providers/skywalking';
import { wavefrontCheck } from './providers/wavefront';
import { webCheck } from './providers/web';
import { albCheck, envoyGatewayCheck, httpCheck, istioCheck, linkerdCheck, nginxCheck } from './ready-made';

const app = new ArgoApp({ outdir: 'dist/analysis' });
const chart = new ArgoChart(app, 'checks', { namespace: 'shop' });

const [service, latest, stable] = [Arg.canaryService(), Arg.podTemplateHash('Latest'), Arg.podTemplateHash('Stable')];

// A rollout with a check of each kind; nobody has all of these providers.
new CanaryRollout(chart, 'Web', {
  replicas: 10,
  containers: [{ image: 'registry.example.com/web:2.1.0', portNumber: 8080, readiness: Probe.fromHttpGet('/healthz') }],
  trafficRouting: TrafficRouter.istio({ hosts: ['web.example.com'], gateways: ['istio-system/public'] }),
  steps: [
    CanaryStep.setWeight(5),
    CanaryStep.analysis(webCheck(chart).withArgs({ service }), jobCheck(chart).withArgs({ service })),
    CanaryStep.setWeight(20),
    CanaryStep.analysis(prometheusCheck(chart).withArgs({ hash: latest }), influxdbCheck(chart).withArgs({ hash: latest })),
    CanaryStep.analysis(istioCheck(chart).withArgs({ service })),
    CanaryStep.analysis(datadogCheck(chart).withArgs({ service: 'web' })),
    CanaryStep.analysis(newRelicCheck(chart).withArgs({ app: 'web' })),
    CanaryStep.analysis(wavefrontCheck(chart).withArgs({ service: 'web' }), graphiteCheck(chart).withArgs({ service: 'web' })),
    CanaryStep.setWeight(50),
    CanaryStep.analysis(kayentaCheck(chart).withArgs({ stable, latest })),
    CanaryStep.analysis(cloudWatchCheck(chart).withArgs({ queue: 'orders' })),
    CanaryStep.analysis(skywalkingCheck(chart).withArgs({ service: 'web' })),
    CanaryStep.analysis(pluginCheck(chart).withArgs({ service })),
    CanaryStep.analysis(httpCheck(chart).withArgs({ hash: latest })),
    CanaryStep.pauseUntilPromoted(),
  ],
});

// Ready for rollouts with other routers.
albCheck(chart);
envoyGatewayCheck(chart);
linkerdCheck(chart);
nginxCheck(chart);

combinedChecks(app);

app.synth();
