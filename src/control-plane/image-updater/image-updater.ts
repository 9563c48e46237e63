import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import type { ImageUpdaterSpec, ImageUpdaterSpecApplicationRef } from '../../../imports/types/argocd-image-updater/image-updater';
import { adopt } from '../../app/adopt';
import { fail } from '../../render/construct-error';
import { nameFor } from '../../render/object-name';
import type { AnnotatedApplications, ImageUpdaterProps, UpdatedApplications } from './image-updater-props';

/**
 * Keeps the images of Applications up to date: an object of the Argo CD Image Updater 1.x. Only Applications in its own namespace are
 * looked after, and only those that Helm, Kustomize or a plugin renders: plain manifests have no place to write a version to.
 *
 * @see api/v1alpha1/imageupdater_types.go in argoproj-labs/argocd-image-updater
 */
export class ImageUpdater extends Construct {
  private readonly object: ApiObject;

  public constructor(scope: Construct, id: string, private readonly props: ImageUpdaterProps) {
    super(scope, id);
    adopt(this);
    this.check();
    this.object = new ApiObject(this, 'Resource', {
      apiVersion: 'argocd-image-updater.argoproj.io/v1alpha1',
      kind: 'ImageUpdater',
      metadata: { ...props.metadata, name: nameFor(this, props.metadata) },
      spec: this._toKube(),
    });
  }

  /** The name of the ImageUpdater. */
  public get name(): string {
    return this.object.name;
  }

  /** @internal */
  public _toKube(): ImageUpdaterSpec {
    const { applications, writeBack, signedBy } = this.props;
    return {
      applicationRefs: applications.map((one) => applicationRef(one)),
      writeBackConfig: writeBack?._toKube(),
      imagesVerification: signedBy && { cosignKey: { secretName: signedBy.secretName, key: signedBy.key } },
    };
  }

  private check(): void {
    const names = this.props.applications.map(({ application }) => nameOf(application));
    const twice = names.find((name, i) => names.indexOf(name) < i);
    if (twice !== undefined) throw fail(this, `${JSON.stringify(twice)} is listed twice, and the API server takes a name once. list all of its images in one place`);
    for (const { application, images = [] } of this.props.applications) {
      const aliases = images.map(({ alias }) => alias);
      const same = aliases.find((alias, i) => aliases.indexOf(alias) < i);
      if (same !== undefined) throw fail(this, `two images of ${nameOf(application)} have the alias ${JSON.stringify(same)}. give one of them another alias`);
    }
  }
}

function applicationRef(applications: UpdatedApplications | AnnotatedApplications): ImageUpdaterSpecApplicationRef {
  const { application, matchLabels, fromAnnotations, images, writeBack } = applications;
  return {
    namePattern: nameOf(application),
    labelSelectors: matchLabels && { matchLabels },
    useAnnotations: fromAnnotations,
    images: images?.map((image) => image._toKube()),
    writeBackConfig: writeBack?._toKube(),
  };
}

function nameOf(application: UpdatedApplications['application']): string {
  return typeof application === 'string' ? application : application.name;
}
