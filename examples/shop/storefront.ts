import { Size } from 'cdk8s';
import { CanaryRollout, CanaryStep, Arg, TrafficRouter } from 'cdk8s-argo';
import * as kplus from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { errorRateCheck } from './error-rate-check';

export interface StorefrontProps {
  readonly image: string;
  readonly host: string;
  readonly replicas: number;
  readonly settings: kplus.IConfigMap;
}

/** What customers see: released to more and more of them, while the error rate of the new version stays low. */
export class Storefront extends Construct {
  public readonly web: CanaryRollout;

  public constructor(scope: Construct, id: string, props: StorefrontProps) {
    super(scope, id);
    const errorRate = errorRateCheck(this);
    this.web = new CanaryRollout(this, 'Web', {
      containers: [{
        image: props.image,
        portNumber: 8080,
        envFrom: [kplus.Env.fromConfigMap(props.settings)],
        readiness: kplus.Probe.fromHttpGet('/healthz'),
        resources: {
          cpu: { request: kplus.Cpu.millis(250) },
          memory: { request: Size.mebibytes(256), limit: Size.mebibytes(256) },
        },
      }],
      podSpec: {
        topologySpreadConstraints: [{
          maxSkew: 1,
          topologyKey: 'topology.kubernetes.io/zone',
          whenUnsatisfiable: 'ScheduleAnyway',
          labelSelector: { matchLabels: { 'app.kubernetes.io/name': 'storefront-web' } },
        }],
      },
      trafficRouting: TrafficRouter.istio({ hosts: [props.host], gateways: ['istio-system/public'] }),
      steps: [
        CanaryStep.setWeight(5),
        CanaryStep.pause('5m'),
        CanaryStep.analysis(errorRate.withArgs({ service: Arg.canaryService(), limit: 0.01 })),
        ...CanaryStep.ramp([20, 50], { pause: '10m' }),
        CanaryStep.analysis(errorRate.withArgs({ service: Arg.canaryService() })),
      ],
    });
    new kplus.HorizontalPodAutoscaler(this, 'Autoscaler', {
      target: this.web,
      minReplicas: props.replicas,
      maxReplicas: props.replicas * 4,
      metrics: [kplus.Metric.resourceCpu(kplus.MetricTarget.averageUtilization(70))],
    });
  }
}
