import type { ApiObjectMetadata } from 'cdk8s';
import type { UpdatedImage } from './updated-image';
import type { WriteBack } from './write-back';

/** An Application of this app. */
export interface NamedApplication {
  /** The name of the Application. */
  readonly name: string;
}

/** Which Applications are looked after. */
export interface UpdatedApplicationsBase {
  /**
   * An Application, or a pattern of names in which `*` stands for anything: `shop-*`. Of several that fit one Application, the most exact
   * counts.
   */
  readonly application: NamedApplication | string;
  /**
   * Labels that the Applications have beside.
   * @default - any
   */
  readonly matchLabels?: Readonly<Record<string, string>>;
}

/** Applications whose images are listed here. */
export interface UpdatedApplications extends UpdatedApplicationsBase {
  /** Their images. Those that an Application does not run are passed over. */
  readonly images: readonly [UpdatedImage, ...UpdatedImage[]];
  /**
   * What becomes of new versions.
   * @default - what the ImageUpdater says
   */
  readonly writeBack?: WriteBack;
  /** Not said: the images are listed here. */
  readonly fromAnnotations?: undefined;
}

/** Applications that say in annotations of their own what is updated, as they did before release 1.0: see `ImageUpdaterAnnotations`. */
export interface AnnotatedApplications extends UpdatedApplicationsBase {
  /** Reads what is updated from the annotations of the Applications: `useAnnotations` of the ImageUpdater. */
  readonly fromAnnotations: true;
  /** Never beside `fromAnnotations`: the annotations list the images. */
  readonly images?: undefined;
  /** Never beside `fromAnnotations`: the annotations say what becomes of new versions. */
  readonly writeBack?: undefined;
}

/** Who signs images. */
export interface CosignKey {
  /** A Secret in the namespace of the ImageUpdater. */
  readonly secretName: string;
  /** The key of it that holds the public key: `cosign.pub`. */
  readonly key: string;
}

/** What an `ImageUpdater` is made of. What becomes of new versions is said once, or with each of the Applications. */
export type ImageUpdaterProps = ImageUpdaterOptions & (WrittenTheSameWay | WrittenEachItsWay);

/** Applications whose new versions go the same way, unless one of them says otherwise. */
export interface WrittenTheSameWay {
  /** Applications, in the namespace of the ImageUpdater. */
  readonly applications: readonly [UpdatedApplications | AnnotatedApplications, ...(UpdatedApplications | AnnotatedApplications)[]];
  /** What becomes of new versions. It does not count for Applications with annotations. */
  readonly writeBack: WriteBack;
}

/** Applications that each say what becomes of new versions, here or in annotations. */
export interface WrittenEachItsWay {
  /** Applications, in the namespace of the ImageUpdater. */
  readonly applications: readonly [WrittenApplications, ...WrittenApplications[]];
  /** Not said: each of the Applications says it. */
  readonly writeBack?: undefined;
}

/** Applications that say what becomes of new versions. */
export type WrittenApplications = (UpdatedApplications & { readonly writeBack: WriteBack }) | AnnotatedApplications;

/** What is said of an `ImageUpdater` beside its Applications. */
export interface ImageUpdaterOptions {
  /**
   * Who has to have signed a new version.
   * @default - nobody
   */
  readonly signedBy?: CosignKey;
  /**
   * Name, namespace, labels and annotations.
   * @default - the name comes from the ids, the namespace from the chart, which has to be that of the Applications
   */
  readonly metadata?: ApiObjectMetadata;
}
