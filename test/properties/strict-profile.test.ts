import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import {
  AnalysisCheck, Arg, ArgoChart, CanaryProfile, CanaryRollout, Condition, DisruptionBudget, Metric, Profile, promql, TrafficRouter,
} from '../../src';
import { TestApp } from '../../src/testing';

const PAGE = readFileSync(join(__dirname, '../../docs/concepts/validation.md'), 'utf8');

function errorRate(chart: ArgoChart) {
  return new AnalysisCheck(chart, 'ErrorRate', {
    args: { service: Arg.required() },
    metrics: (arg) => [Metric.prometheus('error-rate', {
      address: 'http://prometheus.monitoring:9090',
      query: promql`sum(rate(http_requests_total{service="${arg.service}",status=~"5.."}[5m])) or vector(0)`,
      success: Condition.below(5), interval: '1m', count: 5, failureLimit: 1,
    })],
  });
}

/** What the profile strict says of an app. */
function strictly(declare: (chart: ArgoChart) => void): string[] {
  const app = new TestApp({ profile: Profile.strict() });
  declare(new ArgoChart(app, 'web', { namespace: 'shop' }));
  return app.check().findings.map(({ rule }) => rule);
}

describe('the profile strict', () => {
  test('says of a plain canary only what docs/concepts/validation.md explains', () => {
    const found = strictly((chart) => {
      const check = errorRate(chart);
      new CanaryRollout(chart, 'Web', {
        replicas: 10,
        containers: [{ image: 'registry.example.com/web:2.1.0', portNumber: 8080, readiness: kplus.Probe.fromHttpGet('/healthz') }],
        trafficRouting: TrafficRouter.istio({ hosts: ['web.example.com'], gateways: ['istio-system/public'] }),
        steps: CanaryProfile.STANDARD.steps(check.withArgs({ service: Arg.canaryService() })),
      });
    });
    expect([...new Set(found)].sort()).toEqual([
      'pods/drop-capabilities', 'pods/liveness-probe', 'pods/seccomp-profile', 'practices/budget-present', 'practices/pods-apart',
    ]);
    for (const rule of found) expect(PAGE).toContain(`| \`${rule}\` |`);
  });

  test('says nothing of a canary that is made for production', () => {
    expect(strictly((chart) => {
      const check = errorRate(chart);
      const web = new CanaryRollout(chart, 'Web', {
        replicas: 10,
        containers: [{
          image: 'registry.example.com/web:2.1.0',
          portNumber: 8080,
          readiness: kplus.Probe.fromHttpGet('/healthz'),
          liveness: kplus.Probe.fromHttpGet('/livez'),
          resources: {
            cpu: { request: kplus.Cpu.millis(250) },
            memory: { request: Size.mebibytes(256), limit: Size.mebibytes(256) },
          },
          securityContext: { capabilities: { drop: ['ALL' as string as kplus.Capability] } },
        }],
        podSpec: {
          securityContext: { seccompProfile: { type: 'RuntimeDefault' } },
          topologySpreadConstraints: [{
            maxSkew: 1, topologyKey: 'topology.kubernetes.io/zone', whenUnsatisfiable: 'ScheduleAnyway',
            labelSelector: { matchLabels: { 'app.kubernetes.io/name': 'web' } },
          }],
        },
        trafficRouting: TrafficRouter.istio({ hosts: ['web.example.com'], gateways: ['istio-system/public'] }),
        steps: CanaryProfile.STANDARD.steps(check.withArgs({ service: Arg.canaryService() })),
      });
      new DisruptionBudget(chart, 'Budget', { rollout: web, maxUnavailable: 1, unhealthyPodEvictionPolicy: 'AlwaysAllow' });
    })).toEqual([]);
  });
});
