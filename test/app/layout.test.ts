import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { ApiObject } from 'cdk8s';
import {
  Application, ApplicationSet, ArgoApp, ArgoChart, ChartIndex, Cluster, Destination, Environment, Generator, Kustomization,
  type LayoutProps, Repository, Source,
} from '../../src';

const production = Environment.named('production');
const eu = Cluster.registered({ name: 'EU 1', server: 'https://eu.example.com', environment: production });
const repository = Repository.git({ url: 'https://git.example.com/org/manifests.git', revision: 'main' });

let outdir: string;

beforeEach(() => {
  outdir = fs.mkdtempSync(path.join(os.tmpdir(), 'layout-'));
});
afterEach(() => fs.rmSync(outdir, { recursive: true }));

function appWith(layout: LayoutProps): ArgoApp {
  return new ArgoApp({ outdir, report: 'none', layout });
}

function configMap(chart: ArgoChart, name: string, namespace?: string): void {
  new ApiObject(chart, `${name}${namespace ?? ''}`, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace }, data: { key: 'value' } });
}

function written(): string[] {
  return fs.readdirSync(outdir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    .map((entry) => path.relative(outdir, path.join(entry.parentPath, entry.name))).filter((file) => !file.startsWith('.')).sort();
}

const read = (file: string): string => fs.readFileSync(path.join(outdir, file), 'utf8');

describe('folders', () => {
  const byCluster: LayoutProps = { folder: ({ cluster, environment, chart, namespace }) => [cluster, environment, `${namespace}-${chart}`] };

  test('are what the layout says of the place of a chart', () => {
    const app = appWith(byCluster);
    expect(new ArgoChart(app, 'Web', { cluster: eu, namespace: 'shop' }).folder).toBe('eu-1/production/shop-web');
    expect(new ArgoChart(app, 'Api', { environment: production, namespace: 'shop' }).folder).toBe('production/shop-api');
    expect(new ArgoChart(app, 'Own', { cluster: eu, folder: 'own' }).folder).toBe('own');
  });

  test('are what Applications deliver', () => {
    const app = appWith(byCluster);
    const web = new ArgoChart(app, 'Web', { cluster: eu, namespace: 'shop' });
    configMap(web, 'web');
    const root = new ArgoChart(app, 'Root', { namespace: 'argocd' });
    new Application(root, 'App', { source: Source.chart(web, repository), destination: Destination.cluster(eu, 'shop') });
    app.synth();
    expect(written()).toEqual(['argocd-root/argocd-root.k8s.yaml', 'eu-1/production/shop-web/shop-web.k8s.yaml']);
    expect(read('argocd-root/argocd-root.k8s.yaml')).toContain('path: eu-1/production/shop-web\n');
  });

  test.each([[[]], [['..', 'web']], [['web', '']]])('made of %j are refused where the chart is made', (segments) => {
    expect(() => new ArgoChart(appWith({ folder: () => segments }), 'Web')).toThrow('cannot be written');
  });

  test.each([
    ['a promise', Promise.resolve(['web']), 'layout.folder gave a promise; a list of texts is wanted: [cluster, environment, chart]'],
    ['a text', 'web', 'layout.folder gave "web"; a list of texts'],
    ['nothing', undefined, 'layout.folder gave undefined; a list of texts'],
    ['numbers', ['web', 1], 'layout.folder gave a list with 1; a list of texts'],
    ['objects', [{}], 'layout.folder gave a list with a value of the type object; a list of texts'],
    ['templates', ['{{x}}'], 'layout.folder gave "{{x}}", and Argo CD takes { for a part of a pattern or a template. leave it out'],
    ['patterns', ['a[b]'], 'layout.folder gave "a[b]", and Argo CD takes [ for a part'],
  ])('made of %s are refused by the name of the chart', (_, segments, reason) => {
    const layout = { folder: () => segments } as unknown as LayoutProps;
    expect(() => new ArgoChart(appWith(layout), 'Web')).toThrow(`Web: ${reason}`);
  });

  test('of two charts are never one', () => {
    const app = appWith({ folder: ({ chart }) => [chart.slice(0, 1)] });
    configMap(new ArgoChart(app, 'Web'), 'a');
    configMap(new ArgoChart(app, 'Wiki'), 'b');
    expect(() => app.synth()).toThrow('are both written to the folder "w"');
  });
});

describe('one file per object', () => {
  function shop(names: readonly (readonly [string, string?])[]): ArgoApp {
    const app = appWith({ files: 'one-per-object' });
    const chart = new ArgoChart(app, 'Shop', { namespace: 'shop' });
    for (const [name, namespace] of names) configMap(chart, name, namespace);
    return app;
  }

  test('keeps objects of one name in two namespaces apart, and moves nothing when one comes or goes', () => {
    expect(shop([['web'], ['web', 'edge']]).synth()).toMatchObject({ written: ['shop/config-map_web.k8s.yaml', 'shop/config-map_web_edge.k8s.yaml'] });
    expect(shop([['api'], ['web', 'edge'], ['web']]).synth()).toMatchObject({
      written: ['shop/config-map_api.k8s.yaml'], unchanged: ['shop/config-map_web.k8s.yaml', 'shop/config-map_web_edge.k8s.yaml'], removed: [],
    });
    expect(shop([['web']]).synth()).toMatchObject({ written: [], removed: ['shop/config-map_api.k8s.yaml', 'shop/config-map_web_edge.k8s.yaml'] });
  });

  test('is what findings name and what a Kustomization lists', () => {
    const app = shop([['web']]);
    const chart = app.node.findChild('Shop') as ArgoChart;
    new ApiObject(chart, 'Broken', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'broken' }, datum: {} });
    new Kustomization(chart, 'Kustomization');
    expect(app.check().findings).toEqual([expect.objectContaining({
      rule: 'schema/unknown-field',
      entry: expect.objectContaining({ provenance: expect.objectContaining({ file: 'shop/config-map_broken.k8s.yaml' }) }),
    })]);
    chart.node.tryRemoveChild('Broken');
    app.synth();
    expect(read('shop/kustomization.yaml')).toContain('resources:\n  - config-map_web.k8s.yaml\n');
    expect(written()).toEqual(['shop/argo-transformers.yaml', 'shop/config-map_web.k8s.yaml', 'shop/kustomization.yaml']);
  });

  test('holds the same objects as one file', () => {
    expect(shop([['web'], ['api']]).synthYaml()).toContain('name: api\n');
  });
});

describe('madeFrom', () => {
  test('is a comment at the top of each file of manifests', () => {
    const app = appWith({ madeFrom: 'examples/shop/main.ts' });
    configMap(new ArgoChart(app, 'Shop'), 'web');
    app.synth();
    expect(read('shop/shop.k8s.yaml')).toMatch(/^# made by cdk8s-argo from examples\/shop\/main\.ts, chart Shop\. do not edit\napiVersion: v1\n/);
  });

  test.each(['\r', '\u0085', '\u2028'])('stays one comment, whatever is in the id of a chart: %j', (sign) => {
    const app = appWith({ madeFrom: 'main.ts' });
    configMap(new ArgoChart(app, `a${sign}kind: Injected`, { folder: 'web' }), 'web');
    app.synth();
    expect(read('web/web.k8s.yaml')).toMatch(/^# made by cdk8s-argo from main\.ts, chart a kind: Injected\. do not edit\napiVersion: v1\n/);
  });

  test.each(['/home/me/main.ts', 'C:\\main.ts', 'a\nb', ''])('is not %j', (madeFrom) => {
    expect(() => appWith({ madeFrom })).toThrow('give the path of the program from the top of the repository');
  });
});

describe('the index of charts', () => {
  const index = ChartIndex.in('index');

  function indexed(files: string, layout: LayoutProps = { index }): ArgoApp {
    const app = appWith(layout);
    configMap(new ArgoChart(app, 'Web', { cluster: eu, namespace: 'shop' }), 'web');
    const root = new ArgoChart(app, 'Root', { namespace: 'argocd' });
    const written = Repository.git({ ...repository, root: path.relative('/', outdir) });
    new ApplicationSet(root, 'Set', {
      generators: [Generator.gitFiles({ repository: written, files: [files], content: index.content })],
      template: (p) => ({
        name: p.path.basename,
        source: Source.git({ repository: written, path: p.folder }),
        destination: Destination.cluster(p.cluster.name, p.namespace),
      }),
    });
    return app;
  }

  test('has a file for each chart of a cluster, and only those', () => {
    indexed(index.files()).synth();
    expect(written()).toEqual(['index/production/eu-1/web/chart.json', 'production/eu-1/web/web.k8s.yaml', 'root/root.k8s.yaml']);
    expect(JSON.parse(read('index/production/eu-1/web/chart.json'))).toEqual({
      folder: 'production/eu-1/web', environment: 'production', cluster: { name: 'EU 1', server: 'https://eu.example.com' }, namespace: 'shop',
      note: '+argocd:skip-file-rendering',
    });
  });

  test('has one for a chart with an Application of SIG Apps too, which delivers nothing', () => {
    const app = indexed(index.files());
    const chart = new ArgoChart(app, 'Docs', { cluster: eu, namespace: 'shop' });
    configMap(chart, 'docs');
    new ApiObject(chart, 'Application', {
      apiVersion: 'app.k8s.io/v1beta1', kind: 'Application', metadata: { name: 'docs' }, spec: { selector: { matchLabels: { app: 'docs' } } },
    });
    app.synth();
    expect(written()).toContain('index/production/eu-1/docs/chart.json');
  });

  test('is read by a generator of files', () => {
    indexed(index.files('production')).synth();
    const yaml = read('root/root.k8s.yaml');
    expect(yaml).toContain('/index/production/**/chart.json');
    expect(yaml).toContain('name: "{{ .cluster.name }}"');
  });

  test('a pattern that fits none of its files is found', () => {
    expect(() => indexed(index.files('staging')).synth()).toThrow(/this app writes no such file into \S+ \S+\/index has production, and no staging/);
  });

  test('that was not given to the app is asked for', () => {
    expect(() => indexed(index.files(), {}).synth()).toThrow('give the index of charts to the app: new ArgoApp({ layout: { index } })');
  });

  test.each([
    ['production/eu-1/web', 'production/eu-1/web/production/eu-1/web/chart.json', 'production/eu-1/web'],
    ['root/index', 'root/index/production/eu-1/web/chart.json', 'root'],
  ])('is not in the folder of a chart: %s', (folder, file, chart) => {
    const app = appWith({ index: ChartIndex.in(folder) });
    configMap(new ArgoChart(app, 'Web', { cluster: eu }), 'web');
    configMap(new ArgoChart(app, 'Root'), 'root');
    expect(() => app.synth()).toThrow(`the index of charts writes ${file}, and ${chart} is the folder of a chart. give the index a folder of its own`);
  });

  test.each(['../x', '', '/x'])('has nothing below %j', (below) => {
    expect(() => index.files(below)).toThrow(`the index of charts below ${JSON.stringify(below)} cannot be written`);
  });

  test('has no brackets in its pattern', () => {
    expect(() => index.files('[x')).toThrow('the index of charts below "[x": Argo CD takes [ for a part of a pattern. leave it out');
    expect(() => ChartIndex.in('a{b}')).toThrow('Argo CD takes { for a part of a pattern');
  });

  test('is not in the index of written files', () => {
    expect(() => ChartIndex.in('.cdk8s-argo/x')).toThrow('keeps the index of written files');
  });
});
