import { ApiObject, type App, type Chart, Testing } from 'cdk8s';
import {
  Application, type ApplicationProps, ApplicationSet, ArgoApp, ArgoChart, Destination, Generator, Kustomization, Repository, Source,
} from '../../src';
import { plainApp } from '../plain-app';

const ANNOTATION = 'argocd.argoproj.io/manifest-generate-paths';
const repository = Repository.git({ url: 'https://git.example.com/org/manifests.git', revision: 'main', root: 'unused' });
const destination = Destination.inCluster('web');

function chartsOf(app: App = new ArgoApp({ outdir: 'unused', report: 'none' })): { readonly web: ArgoChart; readonly argocd: ArgoChart } {
  const web = new ArgoChart(app, 'web', { namespace: 'web' });
  new ApiObject(web, 'Map', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'web' } });
  return { web, argocd: new ArgoChart(app, 'argocd', { namespace: 'argocd' }) };
}

function annotationsOf(chart: Chart): unknown {
  return (Testing.synth(chart) as { metadata: { annotations?: unknown } }[])[0]!.metadata.annotations;
}

describe('the paths that the manifests of an Application are made of', () => {
  function annotated(props: (web: ArgoChart) => Partial<ApplicationProps>, later?: (web: ArgoChart) => void, app?: App): unknown {
    const { web, argocd } = chartsOf(app);
    new Application(argocd, 'Web', { destination, source: Source.chart(web, repository), ...props(web) } as ApplicationProps);
    later?.(web);
    return annotationsOf(argocd);
  }

  test('are the folder of its chart', () => {
    expect(annotated(() => ({}))).toEqual({ [ANNOTATION]: '.' });
    expect(annotated(() => ({ managedByUrl: 'https://argocd.example.com' }))).toMatchObject({ [ANNOTATION]: '.' });
    expect(annotated(() => ({}), undefined, plainApp())).toEqual({ [ANNOTATION]: '.' });
  });

  test('are what was said, or nothing', () => {
    expect(annotated(() => ({ manifestGeneratePaths: ['.', '/base'] }))).toEqual({ [ANNOTATION]: '.;/base' });
    expect(annotated(() => ({ manifestGeneratePaths: [] }))).toBeUndefined();
    expect(annotated(() => ({ metadata: { annotations: { [ANNOTATION]: '/base' } } }))).toEqual({ [ANNOTATION]: '/base' });
  });

  test('are not known when there is a source of somebody else', () => {
    expect(annotated(() => ({ source: Source.git({ repository, path: 'web' }) }))).toBeUndefined();
    const values = Source.ref('values', repository);
    expect(annotated((web) => ({ source: undefined, sources: [Source.chart(web, repository), values] }))).toBeUndefined();
  });

  test('are not known when a Kustomization names folders of others, even later', () => {
    expect(annotated(() => ({}), (web) => { new Kustomization(web, 'K', { resources: ['more.yaml'] }); })).toEqual({ [ANNOTATION]: '.' });
    expect(annotated(() => ({}), (web) => { new Kustomization(web, 'K', { resources: ['../base'] }); })).toBeUndefined();
    expect(annotated(() => ({}), (web) => { new Kustomization(web, 'K', { components: ['parts/tls'] }); })).toBeUndefined();
  });
});

describe('the paths of what an ApplicationSet makes', () => {
  type Template = ReturnType<typeof template>;
  const template = (path: string) => ({ name: 'web', source: Source.git({ repository, path }), destination });

  function annotated(change: (template: Template, web: ArgoChart) => object, path = 'web'): unknown {
    const { web, argocd } = chartsOf();
    const generators = [Generator.list([{ folder: path }])] as const;
    new ApplicationSet(argocd, 'Set', { generators, template: (p) => ({ ...template(p.folder), ...change(template(p.folder), web) }) });
    const [set] = argocd.toJson() as unknown as { spec: { template: { metadata: { annotations?: unknown } } } }[];
    return set!.spec.template.metadata.annotations;
  }

  test('are the folders of their sources where charts of this app are written to each of them', () => {
    expect(annotated(() => ({}))).toEqual({ [ANNOTATION]: '.' });
    expect(annotated((_, web) => ({ source: Source.chart(web, repository) }))).toEqual({ [ANNOTATION]: '.' });
  });

  test('are not known for a folder or a tool of somebody else', () => {
    const other = Repository.git({ url: 'https://git.example.com/org/other.git', revision: 'main' });
    expect(annotated(() => ({ source: Source.git({ repository: other, path: 'web' }) }))).toBeUndefined();
    expect(annotated(() => ({ source: Source.git({ repository, path: 'web', kustomize: { namePrefix: 'a-' } }) }))).toBeUndefined();
    expect(annotated(() => ({ manifestGeneratePaths: [] }))).toBeUndefined();
  });
});
