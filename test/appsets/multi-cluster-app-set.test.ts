import * as kplus from 'cdk8s-plus-27';
import { ArgoChart } from '../../src/app/argo-chart';
import { Destination } from '../../src/apps/destination';
import { Source } from '../../src/apps/source';
import { Generator } from '../../src/appsets/generator';
import type { ClustersGenerator } from '../../src/appsets/generators/clusters';
import { MultiClusterAppSet, type MultiClusterAppSetProps } from '../../src/appsets/multi-cluster-app-set';
import { Repository } from '../../src/fleet/repository';
import { plainApp } from '../plain-app';
import { specOf } from '../shop';

const repository = Repository.git({ url: 'https://git.example.com/org/manifests.git', revision: 'main', root: 'dist' });

type Props = MultiClusterAppSetProps<readonly [ClustersGenerator<'env', 'overlay'>, ...ClustersGenerator<'env', 'overlay'>[]]>;

const GENERATORS: Props['generators'] = [
  Generator.clusters({ matchLabels: { env: 'staging' }, values: { overlay: 'small' } }),
  Generator.clusters({ matchLabels: { env: 'production' }, values: { overlay: 'large' } }),
];

const TEMPLATE: Props['template'] = (p) => ({
  name: `web-${p.nameNormalized}`,
  labels: { env: p.label('env') },
  source: Source.git({ repository, path: `web/${p.values.overlay}` }),
  destination: Destination.server(p.server, 'web'),
});

function chartWith(props: Partial<Props> = {}, folders: readonly string[] = ['web/small', 'web/large']): ArgoChart {
  const app = plainApp();
  for (const folder of folders) {
    new kplus.ConfigMap(new ArgoChart(app, folder.replace('/', '-'), { folder, namespace: 'web' }), 'Settings', { data: { folder } });
  }
  const argocd = new ArgoChart(app, 'argocd', { namespace: 'argocd' });
  new MultiClusterAppSet(argocd, 'Web', { generators: GENERATORS, template: TEMPLATE, ...props });
  return argocd;
}

describe('MultiClusterAppSet', () => {
  test('renders Go templates that fail on a missing parameter', () => {
    const spec = specOf(chartWith({ rollingSync: [{ matchLabels: { env: ['staging'] } }, { matchLabels: { env: ['production'] }, maxUpdate: '25%' }] }).toJson(), 'ApplicationSet');
    expect(spec).toMatchObject({
      goTemplate: true,
      goTemplateOptions: ['missingkey=error'],
      generators: [
        { clusters: { selector: { matchLabels: { env: 'staging' } }, values: { overlay: 'small' } } },
        { clusters: { selector: { matchLabels: { env: 'production' } }, values: { overlay: 'large' } } },
      ],
      template: {
        metadata: { name: 'web-{{ .nameNormalized }}', labels: { env: '{{ .metadata.labels.env }}' } },
        spec: {
          source: { path: 'dist/web/{{ .values.overlay }}' },
          destination: { server: '{{ .server }}', namespace: 'web' },
        },
      },
      strategy: { type: 'RollingSync', rollingSync: { steps: [
        { matchExpressions: [{ key: 'env', operator: 'In', values: ['staging'] }] },
        { matchExpressions: [{ key: 'env', operator: 'In', values: ['production'] }], maxUpdate: '25%' },
      ] } },
    });
  });

  test('finds a folder that nobody writes', () => {
    expect(() => chartWith({}, ['web/small']).toJson()).toThrow(/the folder "web\/large", which no chart of this app is written to. the folders are: argocd, web\/small/);
  });

  test.each<[string, Partial<Props>, RegExp]>([
    ['Applications of one name', { template: (p) => ({ ...TEMPLATE(p), name: 'web' }) }, /the Applications of several clusters would all be named "web"/],
    ['a step by a label that no Application has', { rollingSync: [{ matchLabels: { region: ['eu'] } }] }, /rollingSync\[0\] selects by the label "region", which the template does not set/],
    ['Applications that no step syncs', { rollingSync: [{ matchLabels: { env: ['staging'] } }] }, /labelled \{"env":"production"\} are in no step of rollingSync and would never be synced/],
    ['a step that selects everything', { rollingSync: [{ matchLabels: {} }] }, /rollingSync\[0\] selects by no label/],
  ])('refuses %s', (_, props, message) => {
    expect(() => chartWith(props)).toThrow(message);
  });
});
