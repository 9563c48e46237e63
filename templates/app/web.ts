import { Size } from 'cdk8s';
import { ArgoChart, CanaryRollout, CanaryStep, type Environment, TrafficRouter } from 'cdk8s-argo';
import { Cpu, Probe } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';

export interface WebProps {
  readonly environment: Environment<'staging' | 'production'>;
  readonly image: string;
}

/** A web server, released to more and more of its pods. */
export class Web extends ArgoChart {
  public constructor(scope: Construct, id: string, { environment, image }: WebProps) {
    super(scope, id, { namespace: `web-${environment.name}`, environment });

    new CanaryRollout(this, 'Web', {
      replicas: environment.choose({ staging: 2, production: 8 }),
      containers: [{
        image,
        portNumber: 8080,
        readiness: Probe.fromHttpGet('/healthz'),
        resources: { cpu: { request: Cpu.millis(100) }, memory: { request: Size.mebibytes(64), limit: Size.mebibytes(64) } },
      }],
      // A quarter of the requests because it is a quarter of the pods. With Istio or a gateway weights are exact.
      trafficRouting: TrafficRouter.podRatio(),
      steps: environment.choose({
        staging: [CanaryStep.setWeight(50), CanaryStep.pause('1m')],
        production: [CanaryStep.setWeight(25), CanaryStep.pause('10m'), CanaryStep.setWeight(50), CanaryStep.pauseUntilPromoted()],
      }),
    });
  }
}
