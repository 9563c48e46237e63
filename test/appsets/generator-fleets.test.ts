import { ArgoApp } from '../../src/app/argo-app';
import { ArgoChart } from '../../src/app/argo-chart';
import { Destination } from '../../src/apps/destination';
import { Source } from '../../src/apps/source';
import { ApplicationSet } from '../../src/appsets/application-set';
import { Generator } from '../../src/appsets/generator';
import type { RollingSync } from '../../src/appsets/rolling-sync';
import { Cluster } from '../../src/fleet/cluster';
import { fleetOf } from '../../src/fleet/declared-fleet';
import { Fleet } from '../../src/fleet/fleet';
import { Repository } from '../../src/fleet/repository';

const repository = Repository.git({ url: 'https://git.example.com/shop/inventory.git', revision: 'main' });
const cluster = (name: string, env: string) => Cluster.registered({ name, server: `https://${name.replace('_', '--')}.example.com`, labels: { env } });
const two = () => Fleet.of([cluster('eu-1', 'production'), cluster('us-1', 'staging')]);

/** A set over all clusters of a fleet, in this app. */
function setIn(app: ArgoApp, fleet: ReturnType<typeof two>, rollingSync?: RollingSync) {
  const count = app.node.children.length;
  return new ApplicationSet(new ArgoChart(app, `argocd-${count}`, { namespace: 'argocd' }), 'Web', {
    generators: [Generator.clusters({ fleet })],
    template: (p) => ({
      name: `web-${count}-${p.nameNormalized}`,
      labels: { env: '{{ .metadata.labels.env }}' },
      source: Source.git({ repository, path: 'web' }),
      destination: Destination.server(p.server, 'web'),
    }),
    rollingSync,
  });
}

const appWith = (fleet?: Fleet) => new ArgoApp({ outdir: 'dist', report: 'none', fleet });

describe('the fleet of a generator', () => {
  test('is that of an app without one', () => {
    const [app, fleet] = [appWith(), two()];
    setIn(app, fleet);
    expect(fleetOf(app)).toBe(fleet);
  });

  test('decides on names and on steps', () => {
    expect(() => setIn(appWith(), Fleet.of([cluster('eu-1', 'production'), cluster('eu_1', 'production')])))
      .toThrow(/two Applications would be named "web-0-eu-1"/);
    expect(() => setIn(appWith(), two(), [{ matchLabels: { env: ['production'] } }])).toThrow(/labelled \{"env":"staging"\} are in no step of rollingSync/);
  });

  test('counts in a matrix, a merge and a list of clusters too', () => {
    const fleet = two();
    const clusters = Generator.clusters({ fleet });
    const matrix = Generator.matrix(Generator.list([{ app: 'web' }]), clusters);
    for (const generator of [matrix, Generator.merge({ generators: [clusters, clusters], mergeKeys: ['name'] }), Generator.clusterList(clusters)]) {
      expect(new Set(generator._fleets)).toEqual(new Set([fleet]));
    }
  });

  test('may be declared twice, when it is the same', () => {
    const app = appWith(two());
    setIn(app, two());
    setIn(app, Fleet.of([...two().clusters].reverse()));
    expect(fleetOf(app)!.clusters.map(({ name }) => name)).toEqual(['eu-1', 'us-1']);
  });

  test.each([
    ['more', Fleet.of([...two().clusters, cluster('ap-1', 'staging')]), 'it alone has ap-1'],
    ['fewer', Fleet.of(two().clusters.slice(0, 1)), 'it lacks us-1'],
    ['other labels', Fleet.of([cluster('eu-1', 'production'), cluster('us-1', 'test')]), 'it says something else of a cluster'],
  ])('is refused with %s than that of the app', (_what, fleet, message) => {
    expect(() => setIn(appWith(two()), fleet)).toThrow(`a generator is given another fleet than the app, or than a generator before it: ${message}`);
  });
});

test('a step with maxUpdate 0 waits for somebody, which is a warning', () => {
  const app = appWith();
  const set = setIn(app, two(), [{ matchLabels: { env: ['staging'] } }, { matchLabels: { env: ['production'] }, maxUpdate: 0 }]);
  expect(set._toKube().strategy?.rollingSync?.steps?.[1]).toMatchObject({ maxUpdate: 0 });
  expect(app.check().findings).toContainEqual(expect.objectContaining({ rule: 'appsets/rolling-sync-paused', severity: 'warning' }));
  expect(() => setIn(appWith(), two(), [{ matchLabels: { env: ['staging', 'production'] }, maxUpdate: -1 }]))
    .toThrow('rollingSync[0].maxUpdate is -1. give a number of Applications, or a share such as \'25%\'');
});
