import * as kplus from 'cdk8s-plus-27';
import { ArgoApp } from '../../../../src/app/argo-app';
import { ArgoChart } from '../../../../src/app/argo-chart';
import { Application } from '../../../../src/apps/application';
import { Destination } from '../../../../src/apps/destination';
import { Source } from '../../../../src/apps/source';
import { ApplicationSet } from '../../../../src/appsets/application-set';
import { Generator } from '../../../../src/appsets/generator';
import { ImageUpdater } from '../../../../src/control-plane/image-updater/image-updater';
import { ImageUpdaterAnnotations } from '../../../../src/control-plane/image-updater/image-updater-annotations';
import { UpdatedImage } from '../../../../src/control-plane/image-updater/updated-image';
import { WriteBack } from '../../../../src/control-plane/image-updater/write-back';
import { WriteBackTarget } from '../../../../src/control-plane/image-updater/write-back-target';
import { Repository } from '../../../../src/fleet/repository';
import { Kustomization } from '../../../../src/kustomize/kustomization';

const repository = Repository.git({ url: 'https://git.example.com/org/shop.git', revision: 'main', root: 'dist' });
const images = [UpdatedImage.semver({ image: 'registry.example.com/shop/web' })] as const;

interface Shop {
  readonly app: ArgoApp;
  readonly web: ArgoChart;
  readonly argoCd: ArgoChart;
}

/** The program of somebody who has a chart, perhaps with a kustomization beside it. */
function shop({ kustomized }: { readonly kustomized: boolean }): Shop {
  const app = new ArgoApp({ outdir: 'dist', report: 'none' });
  const web = new ArgoChart(app, 'web', { namespace: 'shop' });
  new kplus.ConfigMap(web, 'Settings', { data: { color: 'blue' } });
  if (kustomized) new Kustomization(web, 'Kustomize', { images: [{ name: 'registry.example.com/shop/web', newTag: '1.0.1' }] });
  return { app, web, argoCd: new ArgoChart(app, 'argocd', { namespace: 'argocd' }) };
}

function updaterOf({ web, argoCd }: Shop, writeBack: WriteBack): void {
  const application = new Application(argoCd, 'Web', { source: Source.chart(web, repository), destination: Destination.inCluster('shop') });
  new ImageUpdater(argoCd, 'Images', { applications: [{ application, images }], writeBack });
}

function findings(app: ArgoApp): string[] {
  return app.check().findings.filter(({ rule }) => rule.startsWith('image-updater/')).map(({ severity, rule, message }) => `${severity} ${rule}: ${message}`);
}

describe('image-updater/written-file', () => {
  test.each([
    ['that of the source', WriteBackTarget.kustomization()],
    ['the same from the top', WriteBackTarget.kustomization('/dist/web')],
    ['the same from beside it', WriteBackTarget.kustomization('../web')],
  ])('finds a kustomization that the next synth writes again: %s', (_, target) => {
    const program = shop({ kustomized: true });
    updaterOf(program, WriteBack.git({ branch: 'main', target }));
    expect(findings(program.app)).toEqual([
      'error image-updater/written-file: new versions of web are written into web/kustomization.yaml, and the next synth writes that file again without them',
    ]);
  });

  test.each([
    ['a file beside it', WriteBack.git({ branch: 'main' })],
    ['an overlay of somebody else', WriteBack.git({ branch: 'main', target: WriteBackTarget.kustomization('/overlays/production') })],
    ['another repository', WriteBack.git({ branch: 'main', repository: 'https://git.example.com/org/other.git', target: WriteBackTarget.kustomization() })],
  ])('has nothing against %s', (_, writeBack) => {
    const program = shop({ kustomized: true });
    updaterOf(program, writeBack);
    expect(findings(program.app)).toEqual([]);
  });

  test('finds it in annotations, and in what an ApplicationSet makes', () => {
    const program = shop({ kustomized: true });
    const writeBack = WriteBack.git({ branch: 'main', target: WriteBackTarget.kustomization() });
    new ApplicationSet(program.argoCd, 'Set', {
      generators: [Generator.list([{ app: 'web' }])],
      template: (p) => ({
        name: p.app, source: Source.git({ repository, path: p.app }), destination: Destination.inCluster('shop'),
        annotations: ImageUpdaterAnnotations.of({ images, writeBack }),
      }),
    });
    new ImageUpdater(program.argoCd, 'Images', { applications: [{ application: 'w*', fromAnnotations: true }] });
    // Nobody but an Application of a chart says that the repository is written here.
    new Application(program.argoCd, 'Itself', { source: Source.chart(program.web, repository), destination: Destination.inCluster('shop') });
    expect(findings(program.app)).toEqual([expect.stringMatching(/^error image-updater\/written-file: new versions of web are written into web\/kustomization\.yaml/)]);
  });
});

describe('image-updater/source-type', () => {
  test('finds a chart without a kustomization, whatever becomes of new versions', () => {
    for (const writeBack of [WriteBack.argoCd(), WriteBack.git()]) {
      const program = shop({ kustomized: false });
      updaterOf(program, writeBack);
      expect(findings(program.app)).toEqual(['error image-updater/source-type: web is a folder of plain manifests, which the Image Updater passes over']);
    }
    const program = shop({ kustomized: false });
    updaterOf(program, WriteBack.git({ target: WriteBackTarget.kustomization() }));
    expect(findings(program.app)).toEqual(['error image-updater/source-type: web has no kustomization.yaml that a new version could be written to']);
  });

  test('says nothing of folders that others write, and of Applications that another entry is about', () => {
    const { app, argoCd, web } = shop({ kustomized: false });
    const byHand = Repository.git({ url: 'https://git.example.com/org/by-hand.git', revision: 'main' });
    const destination = Destination.inCluster('shop');
    new Application(argoCd, 'Other', { source: Source.git({ repository: byHand, path: 'web' }), destination });
    new Application(argoCd, 'Web', { source: Source.chart(web, repository), destination });
    new ImageUpdater(argoCd, 'Images', { writeBack: WriteBack.git(), applications: [
      { application: '*', images, matchLabels: { team: 'shop' } }, { application: 'other', images },
    ] });
    expect(findings(app)).toEqual([]);
  });
});

describe('image-updater/write-back-kept', () => {
  function setWith(writeBack: WriteBack, ignoreApplicationDifferences?: readonly [{ readonly jsonPointers: readonly ['/spec/source/kustomize'] }]): string[] {
    const { app, argoCd } = shop({ kustomized: true });
    new ApplicationSet(argoCd, 'Set', {
      generators: [Generator.list([{ app: 'web' }, { app: 'api' }])],
      template: (p) => ({ name: p.app, source: Source.git({ repository, path: p.app, kustomize: {} }), destination: Destination.inCluster('shop') }),
      ignoreApplicationDifferences,
    });
    new ImageUpdater(argoCd, 'Images', { applications: [{ application: 'web', images }], writeBack });
    return findings(app);
  }

  test('finds versions that an ApplicationSet takes away', () => {
    expect(setWith(WriteBack.argoCd())).toEqual([
      'warning image-updater/write-back-kept: new versions of web are written into the Application, and its ApplicationSet takes them away again',
    ]);
    expect(setWith(WriteBack.git())).toEqual([]);
    expect(setWith(WriteBack.argoCd(), [{ jsonPointers: ['/spec/source/kustomize'] }])).toEqual([]);
  });
});
