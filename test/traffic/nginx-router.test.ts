import { CanaryStep } from '../../src/rollouts/canary-step';
import { IngressRef } from '../../src/traffic/ingress/ingress-ref';
import { TrafficRouter } from '../../src/traffic/traffic-router';
import { specOf, theObject } from '../shop';
import { routedRollout } from './routed-rollout';

describe('TrafficRouter.nginx', () => {
  test('leads the stable Ingress to the stable Service, and leaves the canary one to the controller', () => {
    const { manifests, canary, findings } = routedRollout(TrafficRouter.nginx({
      hosts: ['web.example.com', 'www.example.com'], tls: [{ secretName: 'web-tls' }],
    }));
    const http = { paths: [{ path: '/', pathType: 'Prefix', backend: { service: { name: 'web-stable', port: { number: 8080 } } } }] };
    expect(specOf(manifests, 'Ingress')).toEqual({
      ingressClassName: 'nginx',
      tls: [{ hosts: ['web.example.com', 'www.example.com'], secretName: 'web-tls' }],
      rules: [{ host: 'web.example.com', http }, { host: 'www.example.com', http }],
    });
    expect(canary).toMatchObject({ stableService: 'web-stable', canaryService: 'web-canary', trafficRouting: { nginx: { stableIngress: 'web' } } });
    expect(findings).toEqual([]);
  });

  test('without hosts takes every request of its paths', () => {
    const { manifests, findings } = routedRollout(TrafficRouter.nginx({ paths: [{ path: '/shop', pathType: 'Exact' }], ingressClassName: 'edge' }));
    expect(specOf(manifests, 'Ingress')).toMatchObject({ ingressClassName: 'edge', rules: [{ http: { paths: [{ path: '/shop', pathType: 'Exact' }] } }] });
    expect(findings).toEqual([]);
  });

  test('says by annotations what else leads to the canary', () => {
    const { canary, findings } = routedRollout(TrafficRouter.nginx({
      annotations: { 'nginx.example.com/proxy-body-size': '8m' },
      annotationPrefix: 'nginx.example.com',
      canaryByHeader: { header: 'x-beta', value: 'yes' },
      canaryByCookie: 'beta',
      additionalIngressAnnotations: { 'load-balance': 'ewma' },
      canaryIngressAnnotations: { 'example.com/owner': 'shop' },
    }));
    expect(canary.trafficRouting).toEqual({ nginx: {
      stableIngress: 'web',
      annotationPrefix: 'nginx.example.com',
      additionalIngressAnnotations: {
        'canary-by-header': 'x-beta', 'canary-by-header-value': 'yes', 'canary-by-cookie': 'beta', 'load-balance': 'ewma',
      },
      canaryIngressAnnotations: { 'example.com/owner': 'shop' },
    } });
    expect(findings).toEqual([]);
  });

  test('counts weights up to the largest one', () => {
    const { canary, findings } = routedRollout(TrafficRouter.nginx({ maxTrafficWeight: 1000 }), undefined, [CanaryStep.setWeight(500), CanaryStep.pause('5m')]);
    expect(canary.trafficRouting).toMatchObject({ maxTrafficWeight: 1000 });
    expect(findings).toEqual([]);
    expect(() => routedRollout(TrafficRouter.nginx({}), undefined, [CanaryStep.setWeight(500)])).toThrow(/sets the weight 500, and all of the traffic is 100/);
  });

  test('binds to Ingresses that are made elsewhere', () => {
    const one = routedRollout(TrafficRouter.nginx({ stableIngress: IngressRef.fromName('edge') }));
    expect(one.canary.trafficRouting).toEqual({ nginx: { stableIngress: 'edge' } });
    expect(one.manifests.map(({ kind }) => kind)).not.toContain('Ingress');
    const two = routedRollout(TrafficRouter.nginx({ stableIngresses: [IngressRef.fromName('public'), IngressRef.fromName('partners')] }));
    expect(two.canary.trafficRouting).toEqual({ nginx: { stableIngresses: ['public', 'partners'] } });
    expect([...one.findings, ...two.findings]).toEqual([]);
  });

  test('refuses what would make the stable Ingress a canary', () => {
    expect(() => TrafficRouter.nginx({ annotations: { 'nginx.ingress.kubernetes.io/canary': 'true' } }))
      .toThrow(/annotations has nginx.ingress.kubernetes.io\/canary, which would turn the stable Ingress into a canary/);
  });

  test('refuses hosts, paths, names and weights that nobody knows', () => {
    expect(() => TrafficRouter.nginx({ hosts: ['*'] })).toThrow(/an Ingress knows no host "\*". leave hosts out/);
    expect(() => TrafficRouter.nginx({ hosts: ['https://web.example.com'] })).toThrow(/is no DNS name/);
    expect(() => TrafficRouter.nginx({ paths: [{ path: 'shop', pathType: 'Prefix' }] })).toThrow(/write "\/shop"/);
    expect(() => IngressRef.fromName('Edge')).toThrow(/"Edge" is no name of an Ingress/);
    expect(() => TrafficRouter.nginx({ maxTrafficWeight: 0 })).toThrow(/maxTrafficWeight is 0/);
    expect(() => routedRollout(TrafficRouter.nginx({ stableIngresses: [IngressRef.fromName('edge'), IngressRef.fromName('edge')] })))
      .toThrow(/the Ingress edge is listed twice/);
  });

  test('refuses to guess a port', () => {
    const ports = [{ port: 80, name: 'http', targetPort: 8080 }, { port: 81, name: 'admin', targetPort: 8080 }];
    expect(() => routedRollout(TrafficRouter.nginx({}), ports)).toThrow(/has the ports 80, 81, .* TrafficRouter.nginx\(\{ port: 80, ... \}\)/);
    const { manifests } = routedRollout(TrafficRouter.nginx({ port: 80 }), ports);
    expect(theObject(manifests, 'Ingress')).toMatchObject({ spec: { rules: [{ http: { paths: [{ backend: { service: { port: { number: 80 } } } }] } }] } });
  });
});
