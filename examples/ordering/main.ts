import { AppOfApps, ArgoApp, ArgoCdConfig, ArgoChart, Repository, SyncWaves } from 'cdk8s-argo';
import { Job } from 'cdk8s-plus-27';
import { Ledger } from './ledger';

const app = new ArgoApp({ outdir: 'dist/ordering' });
const repository = Repository.git({ url: 'https://git.example.com/org/manifests.git', revision: 'main', root: 'dist/ordering' });

const database = new ArgoChart(app, 'ledger-database', { namespace: 'ledger-database' });
const tables = new Job(database, 'Tables1', {
  containers: [{ image: 'registry.example.com/ledger/tables:1.0.0' }],
});
const ledger = new Ledger(app, 'ledger');

// Two charts are two Applications. The root applies the one of the database first, and waits until it is healthy.
SyncWaves.of(ledger).syncAfter(ledger.web, tables);

const bootstrap = new ArgoChart(app, 'bootstrap', { namespace: 'argocd' });
new ArgoCdConfig(bootstrap, 'Config');
const platform = new AppOfApps(bootstrap, 'Platform', { repository });
for (const chart of [ledger, database]) platform.addChart(chart);

app.synth();
