import { TraefikServiceRef } from '../../src/traffic/traefik/traefik-service-ref';
import { TrafficRouter } from '../../src/traffic/traffic-router';
import { specOf, theObject } from '../shop';
import { routedRollout } from './routed-rollout';

describe('TrafficRouter.traefik', () => {
  test('splits a TraefikService, and leads an IngressRoute to it', () => {
    const { manifests, canary, findings } = routedRollout(TrafficRouter.traefik({
      apiVersion: 'traefik.io/v1alpha1', hosts: ['a.example.com', 'b.example.com'], pathPrefix: '/shop', entryPoints: ['websecure'], tls: {},
      middlewares: [{ name: 'auth', namespace: 'edge' }],
    }));
    expect(theObject(manifests, 'TraefikService')).toMatchObject({
      apiVersion: 'traefik.io/v1alpha1',
      metadata: { name: 'web' },
      spec: { weighted: { services: [{ name: 'web-stable', port: 8080, weight: 100 }, { name: 'web-canary', port: 8080, weight: 0 }] } },
    });
    expect(specOf(manifests, 'IngressRoute')).toEqual({
      entryPoints: ['websecure'],
      routes: [{
        kind: 'Rule',
        match: '(Host(`a.example.com`) || Host(`b.example.com`)) && PathPrefix(`/shop`)',
        middlewares: [{ name: 'auth', namespace: 'edge' }],
        services: [{ kind: 'TraefikService', name: 'web' }],
      }],
      tls: {},
    });
    expect(canary).toMatchObject({
      stableService: 'web-stable', canaryService: 'web-canary', trafficRouting: { traefik: { weightedTraefikServiceName: 'web' } },
    });
    expect(findings).toEqual([]);
  });

  test('keeps clients at a version by a cookie', () => {
    const { manifests } = routedRollout(TrafficRouter.traefik({
      apiVersion: 'traefik.containo.us/v1alpha1', match: 'PathPrefix(`/`)', stickyCookie: { name: 'version', secure: true },
    }));
    expect(specOf(manifests, 'TraefikService')).toMatchObject({ weighted: { sticky: { cookie: { name: 'version', secure: true } } } });
    expect(specOf(manifests, 'IngressRoute')).toMatchObject({ routes: [{ match: 'PathPrefix(`/`)' }] });
  });

  test('binds to a TraefikService that exists', () => {
    const { manifests, canary, findings } = routedRollout(TrafficRouter.traefik({
      apiVersion: 'traefik.io/v1alpha1', traefikService: TraefikServiceRef.fromName('edge'),
    }));
    expect(manifests.map(({ kind }) => kind)).toEqual(['Service', 'Service', 'Rollout']);
    expect(canary).toMatchObject({ trafficRouting: { traefik: { weightedTraefikServiceName: 'edge' } } });
    expect(findings).toEqual([]);
  });

  test('refuses hosts that Traefik would take to the letter, and paths that are none', () => {
    const apiVersion = 'traefik.io/v1alpha1';
    expect(() => TrafficRouter.traefik({ apiVersion, hosts: ['*.example.com'] })).toThrow('"*.example.com" is no DNS name');
    expect(() => TrafficRouter.traefik({ apiVersion, hosts: ['web.example.com'], pathPrefix: 'shop' })).toThrow('"shop" is no path');
  });

  test('refuses to guess a port, and one that is not there', () => {
    const two = [{ port: 80, name: 'http' }, { port: 9090, name: 'metrics' }];
    const router = (port?: number) => TrafficRouter.traefik({ apiVersion: 'traefik.io/v1alpha1', hosts: ['web.example.com'], port });
    expect(() => routedRollout(router(), two)).toThrow(/has the ports 80, 9090, .* say it: TrafficRouter.traefik\(\{ port: 80, ... \}\)/);
    expect(() => routedRollout(router(81), two)).toThrow(/the port is 81, but the Service web-stable has 80, 9090/);
    expect(specOf(routedRollout(router(9090), two).manifests, 'TraefikService')).toMatchObject({ weighted: { services: [{ port: 9090 }, { port: 9090 }] } });
  });
});
