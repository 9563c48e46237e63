import type { IConstruct } from 'constructs';
import { InputError } from '../manifests/input-error';
import type { ChartIndex } from './chart-index';
import type { DryCommit } from './dry-commit';

/** What a folder can be made of: where a chart goes, and what it is called. */
export interface ChartPlacement {
  /** The name of the environment that the chart is for, if it is for one: `production`. */
  readonly environment?: string;
  /** The name of the cluster that the chart is for, made fit for a folder, if it is for one: `eu-1`. */
  readonly cluster?: string;
  /** The ids of the chart and of what is around it, in kebab-case, joined by `-`, without those that name its place: `web`. */
  readonly chart: string;
  /** The namespace of the chart, if it has one. */
  readonly namespace?: string;
}

/** Where the YAML of an app goes. */
export interface LayoutProps {
  /**
   * The folder of a chart below the output folder, as segments; those that are undefined are left out:
   * `({ cluster, environment, chart }) => [cluster, environment, chart]`. Charts with a `folder` of their own are not asked about.
   *
   * Make it of the placement alone: a folder that depends on anything else may move, and Argo CD deletes what it no longer finds.
   * @default - environment, cluster, chart
   */
  readonly folder?: (placement: ChartPlacement) => readonly (string | undefined)[];
  /**
   * Whether a chart is one file, with its objects in the order in which Argo CD applies them, or each object has a file of its own:
   * `rollout.argoproj.io_web.k8s.yaml`.
   * @default 'one-per-chart'
   */
  readonly files?: 'one-per-chart' | 'one-per-object';
  /**
   * The program that makes the YAML. Each file of manifests then begins with a comment that names it and the chart:
   * `# made by cdk8s-argo from src/main.ts, chart shop/web. do not edit`.
   * @default - no comment
   */
  readonly madeFrom?: string;
  /**
   * Says in JSON files which charts there are for which clusters, so that an ApplicationSet can make an Application of each. Charts that
   * an Application of this app delivers are left out: `ChartIndex.in('index')`.
   * @default - none
   */
  readonly index?: ChartIndex;
  /**
   * The commit of code that the YAML is made of, written to `hydrator.metadata` for GitOps Promoter. For an output folder that is the
   * checkout of a branch of its own: committed beside the code, the YAML would change with each commit.
   * @default - not said
   */
  readonly madeOf?: DryCommit;
}

const layouts = new WeakMap<IConstruct, LayoutProps>();

/** Says where the YAML of an app goes. */
export function setLayout(root: IConstruct, layout: LayoutProps): void {
  const { madeFrom } = layout;
  if (madeFrom !== undefined && !/^(?![/\\]|[A-Za-z]:)[\x20-\x7e\u00a0-\u2027\u202a-\ud7ff]+$/.test(madeFrom)) {
    throw new InputError(`madeFrom is ${JSON.stringify(madeFrom)}. give the path of the program from the top of the repository, in one line: src/main.ts`);
  }
  layouts.set(root, layout);
}

/** What was said about the app of this construct; nothing where it is as ever. */
export function layoutOf(scope: IConstruct): LayoutProps {
  return layouts.get(scope.node.root) ?? {};
}
