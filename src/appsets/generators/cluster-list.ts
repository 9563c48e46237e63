import type { ApplicationSetSpecGenerator } from '../../../imports/types/argo-cd/application-set';
import type { Fleet } from '../../fleet/fleet';
import type { JsonObject } from '../../manifests/json';
import { ApplicationSetGenerator } from '../application-set-generator';
import type { KnownSet } from '../known-set';
import type { ClusterShape, ClustersGenerator } from './clusters';

/** Makes one Application for all clusters together, with a list of them as its parameter. */
export class ClusterListGenerator<L extends string, V extends string>
  extends ApplicationSetGenerator<{ readonly clusters: readonly ClusterShape<L, V>[] }> {
  /** @internal */
  public constructor(private readonly each: ClustersGenerator<L, V>) {
    super({ selector: each.selector, template: each.template });
  }

  /** @internal */
  public _examples(): readonly JsonObject[] {
    return [{ clusters: this.each._examples() }];
  }

  /** @internal */
  public _sets(): readonly KnownSet[] {
    return [{ parameters: {}, open: [] }];
  }

  /** @internal */
  public override get _fleets(): readonly Fleet[] {
    return this.each._fleets;
  }

  /** @internal */
  public _toKube(): ApplicationSetSpecGenerator {
    const { clusters } = this.each._toKube();
    return { clusters: { ...clusters, flatList: true } };
  }
}
