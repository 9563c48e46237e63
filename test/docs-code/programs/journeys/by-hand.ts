import { readFileSync } from 'node:fs';
import { Include, Size } from 'cdk8s';
import { Application, ArgoApp, ArgoChart, CanaryRollout, CanaryStep, Destination, Repository, Source, SyncPolicy, TrafficRouter } from 'cdk8s-argo';
import { Manifests, Match, TestApp } from 'cdk8s-argo/testing';
import * as kplus from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { cli } from '../../../cli/cli';
import { inCopyOf } from '../../in-copy-of';
import { shows } from '../../shown';

/** The files as they are: nothing is said again yet. */
export class WebAsItIs extends ArgoChart {
  public constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: 'shop' });
    new Include(this, 'Rollout', { url: 'web/rollout.yaml' });
    new Include(this, 'Service', { url: 'web/service.yaml' });
  }
}

/** A first draft of the construct. */
export class Draft extends ArgoChart {
  public constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: 'shop' });
    new CanaryRollout(this, 'Web', {
      replicas: 4,
      containers: [{
        image: 'registry.example.com/shop/web:4.2.0',
        portNumber: 8080,
        readiness: kplus.Probe.fromHttpGet('/healthz'),
      }],
      trafficRouting: TrafficRouter.podRatio(),
      steps: [CanaryStep.setWeight(25), CanaryStep.pause('5m'), CanaryStep.setWeight(50), CanaryStep.pauseUntilPromoted()],
    });
  }
}

/** The construct, with what callers and pods rely on. */
export class Web extends ArgoChart {
  public constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: 'shop' });
    new CanaryRollout(this, 'Web', {
      replicas: 4,
      containers: [{
        name: 'web',
        image: 'registry.example.com/shop/web:4.2.0',
        imagePullPolicy: kplus.ImagePullPolicy.IF_NOT_PRESENT,
        ports: [{ name: 'http', number: 8080 }],
        readiness: kplus.Probe.fromHttpGet('/healthz', { port: 8080 }),
        resources: { cpu: { request: kplus.Cpu.millis(250) }, memory: { request: Size.mebibytes(256), limit: Size.mebibytes(256) } },
        // As it ran until now. To run as another user is a change of its own.
        securityContext: { ensureNonRoot: false, readOnlyRootFilesystem: false },
      }],
      securityContext: { ensureNonRoot: false },
      // What the Rollout in the cluster has. It can never change.
      existingSelector: { app: 'web' },
      ports: [{ port: 80, targetPort: 8080 }],
      trafficRouting: TrafficRouter.podRatio(),
      steps: [CanaryStep.setWeight(25), CanaryStep.pause('5m'), CanaryStep.setWeight(50), CanaryStep.pauseUntilPromoted()],
    });
  }
}

const repository = Repository.git({ url: 'https://git.example.com/shop/deployments.git', revision: 'main', root: 'dist' });

/** The Application by the name that it has, so that Argo CD goes on with what it knows. */
function deliver(app: ArgoApp, web: ArgoChart): void {
  new Application(new ArgoChart(app, 'applications', { namespace: 'argocd' }), 'Web', {
    source: Source.chart(web, repository),
    destination: Destination.inCluster('shop'),
    syncPolicy: SyncPolicy.automated({ prune: true, selfHeal: false }),
    cascadeDeletion: true,
  });
}

function program(Chart: typeof Draft | typeof Web | typeof WebAsItIs): ArgoApp {
  const app = new ArgoApp({ outdir: 'dist', report: 'none' });
  deliver(app, new Chart(app, 'web'));
  return app;
}

inCopyOf('by-hand', () => {
  shows(cli('lint', '--complete').out);

  test('the program makes what was there', () => {
    inCopyOf('by-hand', () => {
      const before = ['web/rollout.yaml', 'web/service.yaml'].flatMap((file) => Manifests.fromYamlFile(file).all);
      const now = Manifests.fromChart(new WebAsItIs(new TestApp(), 'web')).all;
      expect(now).toEqual(before.map((object) => ({ ...object, metadata: { ...object.metadata, namespace: 'shop' } })));
    });
  });

  test('the Application differs in what the page says, and in nothing else', () => {
    inCopyOf('by-hand', () => {
      const before = Manifests.fromYamlFile('applications/web.yaml').find('Application', 'web');
      const now = Manifests.fromApp(program(WebAsItIs)).find('Application', 'web');
      expect(now).toEqual({
        ...before,
        metadata: { ...before.metadata, annotations: { 'argocd.argoproj.io/manifest-generate-paths': '.' } },
        spec: {
          ...before.spec,
          source: { ...before.spec.source, path: 'dist/web' },
          syncPolicy: { ...before.spec.syncPolicy, syncOptions: ['PruneLast=true'] },
        },
      });
    });
  });

  program(WebAsItIs).synth();
  shows(readFileSync('dist/applications/applications.k8s.yaml', 'utf8'));
  shows(program(WebAsItIs).compare().toString());

  shows(program(Draft).compare().toString());
  shows(program(Web).compare().toString());
});

test('callers find what they found, and the controller its pods', () => {
  const manifests = Manifests.fromChart(new Web(new TestApp(), 'web'));
  manifests.hasResource({ kind: 'Service', name: 'web' }, { spec: { ports: [{ port: 80, targetPort: 8080 }] } });
  manifests.hasResource({ kind: 'Rollout', name: 'web' }, {
    spec: { selector: Match.exact({ matchLabels: { app: 'web' } }), template: { metadata: { labels: { app: 'web' } } } },
  });
});
