import { Application, ArgoApp, ArgoChart, Destination, Repository, Source, SyncPolicy } from 'cdk8s-argo';
import { checkout } from './checkout';
import { releaseChecks } from './checks';
import { paymentService } from './payment-service';

const app = new ArgoApp({ outdir: 'dist/payment-service' });

const payments = new ArgoChart(app, 'payments', { namespace: 'payments' });
const checks = releaseChecks(payments);
paymentService(payments, checks);
checkout(payments, checks);

// Nobody needs kubectl: Argo CD applies what is committed here, and leaves alone what Argo Rollouts moves during a release.
const repository = Repository.git({ url: 'https://git.example.com/payments/manifests.git', revision: 'main', root: 'dist/payment-service' });
new Application(new ArgoChart(app, 'bootstrap', { namespace: 'argocd' }), 'Payments', {
  source: Source.chart(payments, repository),
  destination: Destination.inCluster('payments'),
  syncPolicy: SyncPolicy.automated({ prune: true }),
});

app.synth();
