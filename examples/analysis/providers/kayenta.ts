import { AnalysisCheck, Arg, Metric } from 'cdk8s-argo';
import type { Construct } from 'constructs';

/** A score of the new pods against the stable ones, every ten minutes. */
export function kayentaCheck(scope: Construct) {
  return new AnalysisCheck(scope, 'Kayenta', {
    args: { stable: Arg.required(), latest: Arg.required() },
    metrics: (arg) => [Metric.kayenta('score', {
      address: 'http://kayenta.spinnaker:8090',
      application: 'shop',
      canaryConfigName: 'web',
      metricsAccountName: 'prometheus',
      configurationAccountName: 's3',
      storageAccountName: 's3',
      threshold: { pass: 90, marginal: 75 },
      scopes: [{
        name: 'default',
        controlScope: { scope: arg.stable, region: 'eu-central-1', step: 60 },
        experimentScope: { scope: arg.latest, region: 'eu-central-1', step: 60 },
      }],
      interval: '10m',
      count: 3,
    })],
  });
}
