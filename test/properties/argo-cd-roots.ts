import { AppOfApps, Application, ArgoChart, type CascadeDeletion, Destination, Source, SyncOption, SyncPolicy } from 'cdk8s-argo';
import * as fc from 'fast-check';
import { SETS } from './argo-cd-sets';
import { WORKLOADS } from './argo-cd-workloads';
import { charts, type Part } from './argo-cd-world';

const cascade = fc.constantFrom<CascadeDeletion | undefined>(undefined, true, 'background');

/** Roots with children of each sort, some of them in an order. */
export const ROOTS: fc.Arbitrary<Part> = fc.record({
  own: cascade, children: cascade, set: fc.option(SETS, { nil: undefined }), workload: WORKLOADS,
  ordered: fc.boolean(), nested: fc.boolean(),
  policy: fc.constantFrom(
    SyncPolicy.automated({ createNamespace: true }),
    SyncPolicy.automated({ createNamespace: true, syncOptions: [SyncOption.serverSideApply()] }),
  ),
}).map(({ own, children, set, workload, ordered, nested, policy }): Part => (world, id) => {
  const { app, written, project } = world;
  const bootstrap = new ArgoChart(app, `${id}-bootstrap`, { namespace: 'argocd' });
  const outer = new AppOfApps(bootstrap, id, { repository: written, project, cascadeDeletion: own, childCascadeDeletion: children });
  const inner = nested ? outer.addAppOfApps(`${id}-infrastructure`, { project }) : outer;
  const first = inner.add(new Application(inner.applications, `${id}-operator`, {
    source: Source.helmChart({ repository: charts, chart: 'operator', version: '1.0.0' }), destination: Destination.inCluster(`team-${id}-operator`),
    project, syncPolicy: policy,
  }));
  const chart = new ArgoChart(app, `${id}-web`, { namespace: `team-${id}-web` });
  workload(chart);
  const second = inner.addChart(chart, { project, syncPolicy: policy });
  const third = set && inner.add(set(world, `${id}-set`, inner.applications));
  if (!ordered) return;
  second.syncAfter(first);
  third?.syncAfter(second);
});
