import { MappingRef } from '../../src/traffic/ambassador/mapping-ref';
import { TrafficRouter } from '../../src/traffic/traffic-router';
import { specOf, theObject } from '../shop';
import { routedRollout } from './routed-rollout';

describe('TrafficRouter.ambassador', () => {
  test('leads a Mapping to the stable Service, without a weight', () => {
    const { manifests, canary, findings } = routedRollout(TrafficRouter.ambassador({
      mappings: [{ hostname: 'web.example.com', prefix: '/shop/', rewrite: '', timeout: '10s' }],
    }));
    expect(theObject(manifests, 'Mapping')).toEqual({
      apiVersion: 'getambassador.io/v2',
      kind: 'Mapping',
      metadata: { name: 'web', namespace: 'shop' },
      spec: { host: 'web.example.com', prefix: '/shop/', rewrite: '', service: 'web-stable:8080', timeout_ms: 10_000 },
    });
    expect(canary).toMatchObject({ stableService: 'web-stable', canaryService: 'web-canary', trafficRouting: { ambassador: { mappings: ['web'] } } });
    expect(findings).toEqual([]);
  });

  test('names the host as the version wants it, and several Mappings, some of which exist', () => {
    const { manifests, canary, findings } = routedRollout(TrafficRouter.ambassador({
      apiVersion: 'getambassador.io/v3alpha1',
      mappings: [
        { hostname: 'web.example.com', prefix: '/' },
        { name: 'web-partners', hostname: 'partners.example.com', prefix: '/' },
        MappingRef.fromName('edge'),
      ],
    }));
    expect(specOf(manifests, 'Mapping', 'web-partners')).toEqual({ hostname: 'partners.example.com', prefix: '/', service: 'web-stable:8080' });
    expect(manifests.filter(({ kind }) => kind === 'Mapping')).toHaveLength(2);
    expect(canary).toMatchObject({ trafficRouting: { ambassador: { mappings: ['web', 'web-partners', 'edge'] } } });
    expect(findings).toEqual([]);
  });

  test('refuses a name twice, and the name that the controller needs', () => {
    expect(() => routedRollout(TrafficRouter.ambassador({ mappings: [{ prefix: '/a/' }, { prefix: '/b/' }] }))).toThrow(/two Mappings are named web/);
    expect(() => routedRollout(TrafficRouter.ambassador({ mappings: [{ prefix: '/a/' }, { name: 'web-canary', prefix: '/b/' }] })))
      .toThrow(/a Mapping is named web-canary, and the controller makes one of this name for the canary of web/);
  });
});
