import { type ApiObject, Chart, type ChartProps } from 'cdk8s';
import type { Construct } from 'constructs';
import type { Cluster } from '../fleet/cluster';
import type { Environment } from '../fleet/environment';
import { compareByApplyOrder } from '../manifests/apply-order';
import type { Manifest } from '../manifests/manifest';
import { fileOf } from '../output/layout';
import { fail } from '../render/construct-error';
import { isDnsLabel, objectName } from '../render/object-name';
import { Rendering } from '../render/rendering';
import { adopt } from './adopt';
import { assertValid } from './check';
import { deliveryDoubt } from './delivered';
import { setHelmTemplate } from './helm-template';
import { setPlace } from './place';
import { folderOf, setFolder } from './units';
import { declareDoubt } from './warnings';

/** How a chart is rendered and where it goes. */
export interface ArgoChartProps extends ChartProps {
  /**
   * Folder of the chart's YAML below the output folder, with `/` between segments. It is what an Application points at, so
   * no other chart's folder may be the same.
   * @default - what the layout of the app says; without one the environment and the cluster that the chart is for, as folders, then the
   * ids of the chart and of the charts around it, in kebab-case, joined by `-`: `production/eu-1/web`
   */
  readonly folder?: string;
  /**
   * The environment that the chart is for. An Application that delivers it to a cluster of another environment is an error.
   * @default - that of the cluster, or of the chart around it
   */
  readonly environment?: Environment;
  /**
   * The cluster that the chart is for. An Application that delivers it to another one is an error.
   * @default - that of the chart around it, or any
   */
  readonly cluster?: Cluster;
  /**
   * Whether the file is one of the templates of a Helm chart: braces, such as those of `{{args.service}}`, are then escaped, and Helm
   * gives them back as they were. `toJson` shows the objects as they come out of Helm.
   * @default false
   */
  readonly helmTemplate?: boolean;
}

/**
 * A chart that one Argo CD Application deploys. Every object in it gets a human name that never changes by itself: the ids
 * below the chart in kebab-case, without a hash. That holds for the objects of cdk8s-plus too.
 */
export class ArgoChart extends Chart {
  public constructor(scope: Construct, id: string, props: ArgoChartProps = {}) {
    super(scope, id, props);
    adopt(this);
    if (props.folder !== undefined) setFolder(this, props.folder);
    if (props.environment || props.cluster) setPlace(this, props);
    if (props.helmTemplate) setHelmTemplate(this);
    declareDoubt(this, 'fleet/chart-delivered', () => deliveryDoubt(this));
    this.checkPlace();
  }

  /** Folder of the chart's YAML below the output folder. */
  public get folder(): string {
    return folderOf(this);
  }

  // Found here, and not when it is written, the line that is wrong is the line that is named.
  private checkPlace(): void {
    if (this.namespace !== undefined && !isDnsLabel(this.namespace)) {
      throw fail(this, `the namespace ${JSON.stringify(this.namespace)} is not a DNS label. use lower-case letters, digits and inner hyphens only`);
    }
    const { folder } = this;
    try {
      fileOf(folder);
    } catch (error) {
      throw fail(this, (error as Error).message);
    }
  }

  /** The name of an object that is given none: the ids below the chart in kebab-case. */
  public override generateObjectName(apiObject: ApiObject): string {
    return objectName(apiObject, apiObject.kind);
  }

  /** The chart's objects in the order in which Argo CD applies them. Throws the report when validation finds errors. */
  public override toJson(): Manifest[] {
    assertValid(this.node.root);
    const rendering = Rendering.current(this);
    return rendering.hold(() => rendering.objectsOf(this).map((object) => object.toJson() as Manifest)).sort(compareByApplyOrder);
  }
}
