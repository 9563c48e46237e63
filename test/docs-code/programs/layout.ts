import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ArgoApp, DryCommit, type LayoutProps, Repository } from 'cdk8s-argo';
import { expectCommitted } from 'cdk8s-argo/testing';
import { WebChart } from './web-chart';

const layout: LayoutProps = {
  // eu-1/production/web, or production/web for a chart that is for no cluster.
  folder: ({ cluster, environment, chart }) => [cluster, environment, chart],
  files: 'one-per-object',
  madeFrom: 'src/main.ts',
};

const outdir = mkdtempSync(join(tmpdir(), 'layout-'));

export function shop(): ArgoApp {
  const app = new ArgoApp({ outdir, layout, report: 'none' });
  new WebChart(app, 'web');
  return app;
}

shop().synth();

/** What CI runs for a branch of YAML: `hydrated` is the checkout of that branch. */
export function shopAt(sha: string, hydrated: string): ArgoApp {
  const code = Repository.git({ url: 'https://git.example.com/shop/code.git', revision: 'main' });
  const app = new ArgoApp({ outdir: hydrated, layout: { madeOf: DryCommit.of({ repository: code, sha }) } });
  new WebChart(app, 'web');
  return app;
}

test('the committed YAML is what the program makes', () => {
  expectCommitted(shop());
});
