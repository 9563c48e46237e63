import { AnalysisCheck, Arg, Condition, Metric } from 'cdk8s-argo';
import type { Construct } from 'constructs';

/** A smoke test of an endpoint, and a question to a service that knows the state of the business. */
export function webCheck(scope: Construct) {
  return new AnalysisCheck(scope, 'Endpoints', {
    args: { service: Arg.required(), secret: Arg.fromSecret({ name: 'business-metrics', key: 'client-secret' }) },
    metrics: (arg) => [
      Metric.web('health', {
        url: `http://${arg.service}.shop.svc.cluster.local:8080/healthz`, jsonPath: '{$.status}', success: Condition.equals('ok', { noData: 'fail' }),
      }),
      Metric.web('orders', {
        url: 'https://business.example.com/measure',
        method: 'POST',
        jsonBody: { metric: 'orders-per-minute', service: arg.service },
        jsonPath: '{$.value}',
        authentication: { oauth2: { tokenUrl: 'https://login.example.com/oauth2/token', clientId: 'rollouts', clientSecret: arg.secret } },
        success: Condition.atLeast(20),
        timeout: '30s',
      }),
    ],
  });
}
