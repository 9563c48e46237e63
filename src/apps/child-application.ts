import { Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import type { ArgoChart } from '../app/argo-chart';
import { failHere } from '../render/construct-error';
import { SyncWaves } from '../sync/sync-waves';
import { Application } from './application';
import { needApplicationHealth } from './application-health';

/** What a root can have as a child: an Application, an ApplicationSet, or another root. */
export interface ChildConstruct extends IConstruct {
  /** Name of the Application, of the ApplicationSet, or of the root. */
  readonly name: string;
}

/** A child that knows its place in the order by itself: a root that `addAppOfApps` made. */
export interface OrderedChild extends ChildConstruct {
  /** Applies it, and so its children, once the other children are healthy: `ChildApplication.syncAfter` says when that is. */
  syncAfter(...earlier: readonly EarlierChild[]): this;
}

/** What a child can come after. */
export type EarlierChild = ChildApplication | OrderedChild;

/** A child of an `AppOfApps`, made by its `add...` methods. */
export class ChildApplication<T extends ChildConstruct = ChildConstruct> {
  /** @internal */
  public constructor(
    private readonly applications: ArgoChart,
    /** The Application, the ApplicationSet or the root. */
    public readonly application: T,
  ) {}

  /**
   * Applies this child once the other ones are healthy. That is the order of a first installation, and of changes to the children
   * themselves.
   *
   * It is not the order of releases: a commit that changes the YAML of both charts is taken up by both Applications at once, as each
   * follows its revision by itself. To release one environment after the other use the `rollingSync` of an ApplicationSet, or let them
   * follow different revisions. Nor is it kept when a child changes and stays healthy all the while: its former health counts until Argo
   * CD has looked at it again.
   *
   * Argo CD waits for an Application only if argocd-cm says how healthy one is. The check for that comes into the `ArgoCdConfig` of the
   * app by itself; without one there is a finding. Where a child brings that `ArgoCdConfig`, nothing waits before it is synced for the
   * first time; have the check in what installs Argo CD then. An ApplicationSet counts as healthy once its Applications are made, and, with
   * `rollingSync`, once they are synced.
   */
  public syncAfter(...earlier: readonly EarlierChild[]): this {
    for (const child of earlier) {
      const construct = child instanceof ChildApplication ? child.application : child;
      if (Chart.of(construct) !== this.applications) {
        throw failHere(this.application, `${construct.node.path} is a child of another root, and a root orders its own children only. ` +
          'order the roots, or say it of constructs in the charts: SyncWaves.of(chart).syncAfter(construct, earlier)');
      }
      SyncWaves.of(this.applications).syncAfter(this.application, construct);
      if (hasApplication(construct)) needApplicationHealth(this.applications, this.applications.namespace);
    }
    return this;
  }
}

// The Application of a nested root stands in the chart of its children's root.
function hasApplication(child: ChildConstruct): boolean {
  return child.node.findAll().some((construct) => construct instanceof Application);
}
