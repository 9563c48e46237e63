import { Duration } from 'cdk8s';
import { CanaryStep } from '../../src/rollouts/canary-step';
import { IngressRef } from '../../src/traffic/ingress/ingress-ref';
import { TrafficRouter } from '../../src/traffic/traffic-router';
import { specOf, theObject } from '../shop';
import { routedRollout } from './routed-rollout';

function backend(name: string) {
  return { rules: [{ http: { paths: [{ path: '/', pathType: 'Prefix', backend: { service: { name, port: { name: 'use-annotation' } } } }] } }] };
}

describe('TrafficRouter.alb', () => {
  test('leaves it to an annotation of the controller where requests go', () => {
    const { manifests, canary, findings } = routedRollout(TrafficRouter.alb({ hosts: ['web.example.com'], scheme: 'internet-facing' }));
    expect(theObject(manifests, 'Ingress')).toMatchObject({
      metadata: { name: 'web' },
      spec: { ingressClassName: 'alb', rules: [{ host: 'web.example.com', ...backend('web-stable').rules[0] }] },
    });
    expect(theObject(manifests, 'Ingress').metadata.annotations).toEqual({
      'alb.ingress.kubernetes.io/target-type': 'ip', 'alb.ingress.kubernetes.io/scheme': 'internet-facing',
    });
    expect(canary).toMatchObject({ stableService: 'web-stable', canaryService: 'web-canary' });
    expect(canary.trafficRouting).toEqual({ alb: { ingress: 'web', servicePort: 8080 } });
    expect(findings).toEqual([]);
  });

  test('leads to a root Service when there is one', () => {
    const { manifests, canary, findings } = routedRollout(TrafficRouter.alb({ rootService: true }));
    expect(specOf(manifests, 'Ingress')).toMatchObject(backend('web'));
    expect(canary.trafficRouting).toMatchObject({ alb: { rootService: 'web' } });
    expect(findings).toEqual([]);
  });

  test('lets two Services take turns behind a root Service', () => {
    const { manifests, canary, findings } = routedRollout(TrafficRouter.alb({ pingPong: true }));
    expect(manifests.filter(({ kind }) => kind === 'Service').map(({ metadata }) => metadata.name)).toEqual(['web', 'web-ping', 'web-pong']);
    expect(specOf(manifests, 'Ingress')).toMatchObject(backend('web'));
    expect(canary).toMatchObject({ pingPong: { pingService: 'web-ping', pongService: 'web-pong' }, trafficRouting: { alb: { rootService: 'web' } } });
    expect(canary).not.toHaveProperty('stableService');
    expect(findings).toEqual([]);
  });

  test('keeps clients with a version, for a week at most', () => {
    const { canary } = routedRollout(TrafficRouter.alb({ stickiness: '1h' }));
    expect(canary.trafficRouting).toMatchObject({ alb: { stickinessConfig: { enabled: true, durationSeconds: 3600 } } });
    expect(() => TrafficRouter.alb({ stickiness: Duration.days(7) })).not.toThrow();
    expect(() => TrafficRouter.alb({ stickiness: Duration.days(8) })).toThrow(/stickiness is 691200 seconds, and AWS knows at most 7 days/);
  });

  test('uses another prefix for what it says itself, and lets the user say more', () => {
    const { manifests, canary, findings } = routedRollout(TrafficRouter.alb({
      annotationPrefix: 'alb.example.com', annotations: { 'alb.example.com/group.name': 'shop', 'alb.example.com/target-type': 'instance' },
    }));
    expect(theObject(manifests, 'Ingress').metadata.annotations).toEqual({ 'alb.example.com/target-type': 'instance', 'alb.example.com/group.name': 'shop' });
    expect(canary.trafficRouting).toMatchObject({ alb: { annotationPrefix: 'alb.example.com' } });
    expect(findings).toEqual([]);
  });

  test('binds to Ingresses that are made elsewhere', () => {
    const one = routedRollout(TrafficRouter.alb({ ingress: IngressRef.fromName('edge') }));
    expect(one.canary.trafficRouting).toEqual({ alb: { ingress: 'edge', servicePort: 8080 } });
    const two = routedRollout(TrafficRouter.alb({ ingresses: [IngressRef.fromName('public'), IngressRef.fromName('partners')], rootService: true }));
    expect(two.canary.trafficRouting).toEqual({ alb: { ingresses: ['public', 'partners'], rootService: 'web', servicePort: 8080 } });
    expect([...one.findings, ...two.findings]).toEqual([]);
  });

  test('routes by an exact header, under a name that no Service of the Ingress has', () => {
    const header = (route: string) => [CanaryStep.setWeight(1), CanaryStep.setHeaderRoute({ route, match: [{ header: 'x-beta', exact: 'yes' }] })];
    const { canary, findings } = routedRollout(TrafficRouter.alb({}), undefined, [...header('beta'), CanaryStep.pause('5m')]);
    expect(canary.trafficRouting).toMatchObject({ managedRoutes: [{ name: 'beta' }] });
    expect(findings).toEqual([]);
    expect(() => routedRollout(TrafficRouter.alb({}), undefined, header('web-stable'))).toThrow(/a step sets the route web-stable, .* give the route another name/);
  });

  test('refuses steps that a load balancer cannot do', () => {
    const prefix = CanaryStep.setHeaderRoute({ route: 'beta', match: [{ header: 'x-beta', prefix: 'y' }] });
    expect(() => routedRollout(TrafficRouter.alb({}), undefined, [CanaryStep.setWeight(1), prefix])).toThrow(/prefix or a regular expression of a header, and alb cannot/);
  });
});
