import { ImageRegistry, ImageUpdater, ImageUpdaterAnnotations, Tags, UpdatedImage, WriteBack, WriteBackTarget } from 'cdk8s-argo';
import type { Construct } from 'constructs';

const web = UpdatedImage.semver({ image: 'registry.example.com/shop/web', constraint: '1.x' });

/** Each strategy asks for what it needs. */
export function strategies(): void {
  UpdatedImage.digest({ image: 'registry.example.com/shop/web', tag: 'stable' });
  UpdatedImage.newestBuild({ image: 'registry.example.com/shop/web', allowTags: Tags.any() });
  // @ts-expect-error which tag is followed
  UpdatedImage.digest({ image: 'registry.example.com/shop/web' });
  // @ts-expect-error which tags count has to be said
  UpdatedImage.newestBuild({ image: 'registry.example.com/shop/web' });
  // @ts-expect-error a text would let no tag through
  UpdatedImage.semver({ image: 'registry.example.com/shop/web', allowTags: '^1' });
  // @ts-expect-error tags in the order of the alphabet are no versions
  UpdatedImage.alphabetical({ image: 'registry.example.com/shop/web', allowTags: Tags.any(), constraint: '1.x' });
  // @ts-expect-error an operating system and an architecture
  UpdatedImage.semver({ image: 'registry.example.com/shop/web', platforms: ['amd64'] });
}

/** Images are listed here, or in annotations of the Applications. */
export function applications(scope: Construct): void {
  const writeBack = WriteBack.git();
  new ImageUpdater(scope, 'Listed', { writeBack, applications: [{ application: 'shop-*', images: [web] }] });
  new ImageUpdater(scope, 'EachItsWay', { applications: [{ application: 'shop-*', images: [web], writeBack }, { application: 'old-*', fromAnnotations: true }] });
  // @ts-expect-error what becomes of new versions: written into the Application, most of them are lost
  new ImageUpdater(scope, 'NoWriteBack', { applications: [{ application: 'shop-*', images: [web] }] });
  new ImageUpdater(scope, 'Annotated', { applications: [{ application: 'shop-*', fromAnnotations: true }] });
  // @ts-expect-error there would be nothing to update
  new ImageUpdater(scope, 'Neither', { writeBack, applications: [{ application: 'shop-*' }] });
  // @ts-expect-error the images would be ignored
  new ImageUpdater(scope, 'Both', { writeBack, applications: [{ application: 'shop-*', images: [web], fromAnnotations: true }] });
  // @ts-expect-error no image
  ImageUpdaterAnnotations.of({ images: [], writeBack });
  // @ts-expect-error what becomes of new versions
  ImageUpdaterAnnotations.of({ images: [web] });
}

/** A pull request has a branch of its own. */
export function writingBack(): void {
  WriteBack.git({ branch: 'main', pullRequest: 'github', target: WriteBackTarget.kustomization('overlays/production') });
  // @ts-expect-error the Image Updater names the branch of a request itself
  WriteBack.git({ branch: 'main', writeBranch: 'updates', pullRequest: 'github' });
  // @ts-expect-error into which branch
  WriteBack.git({ pullRequest: 'gitlab' });
  // @ts-expect-error a target is typed
  WriteBack.git({ branch: 'main', target: 'overlays/production/kustomization.yaml' });
}

/** Only one registry goes without a prefix. */
export function registries(): void {
  ImageRegistry.default({ name: 'Docker Hub', apiUrl: 'https://registry-1.docker.io' });
  // @ts-expect-error what its images begin with
  ImageRegistry.of({ name: 'Company', apiUrl: 'https://registry.example.com' });
  // @ts-expect-error a URL
  ImageRegistry.of({ name: 'Company', apiUrl: 'registry.example.com', prefix: 'registry.example.com' });
}
