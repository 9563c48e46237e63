import { Arg, BlueGreenRollout, Promotion } from 'cdk8s-argo';
import * as kplus from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { errorRateCheck } from './error-rate-check';

export interface PaymentsProps {
  readonly image: string;
  /** Who may call it. */
  readonly caller: kplus.Workload;
  readonly replicas: number;
}

/** Where a mix of two versions is not wanted: the new one is looked at by a person, then takes over at once. */
export class Payments extends Construct {
  public constructor(scope: Construct, id: string, props: PaymentsProps) {
    super(scope, id);
    const errorRate = errorRateCheck(this);
    const api = new BlueGreenRollout(this, 'Api', {
      replicas: props.replicas,
      containers: [{ image: props.image, portNumber: 8080, readiness: kplus.Probe.fromHttpGet('/healthz') }],
      promotion: Promotion.manual(),
      postPromotionAnalysis: [errorRate.withArgs({ service: Arg.activeService() })],
      scaleDownDelay: '10m',
    });
    new kplus.NetworkPolicy(this, 'OnlyShop', {
      selector: api,
      ingress: { rules: [{ peer: props.caller }] },
    });
  }
}
