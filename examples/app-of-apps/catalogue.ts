import { ArgoChart, BlueGreenRollout, Promotion } from 'cdk8s-argo';
import { Probe } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';

/** A service that is switched to a new version by a person. */
export class Catalogue extends ArgoChart {
  public constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: 'catalogue' });
    new BlueGreenRollout(this, 'Catalogue', {
      replicas: 3,
      containers: [{ image: 'registry.example.com/catalogue:3.1.0', portNumber: 8080, readiness: Probe.fromHttpGet('/healthz') }],
      promotion: Promotion.manual(),
    });
  }
}
