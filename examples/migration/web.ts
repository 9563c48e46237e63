import { ArgoChart, CanaryProfile, CanaryRollout, TrafficRouter, Validations } from 'cdk8s-argo';
import * as kplus from 'cdk8s-plus-27';
import type { Construct } from 'constructs';

/** How far the migration of a Deployment to a Rollout has come. Each stage is one commit, and the one before it is the way back. */
export type Stage = 'deployment' | 'sideBySide' | 'routed' | 'migrated';

/** A web server that was a Deployment behind a Service and an Ingress. */
export class Web extends ArgoChart {
  public constructor(scope: Construct, id: string, stage: Stage) {
    super(scope, id, { namespace: 'shop' });

    const deployment = new kplus.Deployment(this, 'Web', {
      // Pods of the Deployment go when traffic no longer needs them, and come back first on the way back.
      replicas: stage === 'migrated' ? 0 : 4,
      containers: [{ image: 'registry.example.com/shop/web:4.2.0', portNumber: 8080, readiness: kplus.Probe.fromHttpGet('/healthz') }],
    });

    // The Service of old selects the pods of both, as they have the same labels.
    const service = deployment.exposeViaService({ name: 'web', ports: [{ port: 80, targetPort: 8080 }] });
    if (stage !== 'migrated') {
      service.exposeViaIngress('/', { ingress: new kplus.Ingress(this, 'Ingress', { className: 'nginx' }) });
    }
    if (stage === 'deployment') return;

    // Brings up pods of its own from the Deployment's template.
    const rollout = CanaryRollout.fromDeployment(this, 'WebRollout', deployment, {
      replicas: 4,
      scaleDown: 'never',
      trafficRouting: stage === 'sideBySide'
        ? TrafficRouter.podRatio()
        : TrafficRouter.istio({ hosts: ['shop.example.com'], gateways: ['istio-system/public'] }),
      // Nothing is released while pods of both serve.
      steps: stage === 'sideBySide' ? [] : CanaryProfile.STANDARD.steps(),
    });
    if (stage === 'migrated') return;
    Validations.of(rollout).acknowledge({
      rule: 'references/workload-runs-once', reason: 'the Deployment serves until traffic has moved, its pods go in the last stage', annotate: true,
    });
  }
}
