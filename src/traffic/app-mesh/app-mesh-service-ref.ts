import type { Construct } from 'constructs';
import { declareExternal } from '../../render/external';
import { APP_MESH_API_VERSION } from './wire';

/** What belongs to a VirtualService of App Mesh that is made elsewhere. */
export interface AppMeshServiceRefOptions {
  /** Name of the VirtualNode of the stable pods. */
  readonly stableNode: string;
  /** Name of the VirtualNode of the canary pods. */
  readonly canaryNode: string;
  /**
   * Names of the routes whose weights move.
   * @default - every route of the VirtualRouter
   */
  readonly routes?: readonly [string, ...string[]];
}

/**
 * A VirtualService of App Mesh that is made elsewhere. It has to have a VirtualRouter behind it, each of whose routes has exactly two
 * weighted targets: both VirtualNodes.
 */
export class AppMeshServiceRef {
  /** A VirtualService of the namespace of the rollout, and the two VirtualNodes. */
  public static fromName(name: string, options: AppMeshServiceRefOptions): AppMeshServiceRef {
    return new AppMeshServiceRef(name, options);
  }

  private constructor(
    /** Name of the VirtualService. */
    public readonly name: string,
    /** What belongs to it. */
    public readonly options: AppMeshServiceRefOptions,
  ) {}

  /** @internal */
  public _bind(scope: Construct): void {
    const { stableNode, canaryNode } = this.options;
    declareExternal(scope, { apiVersion: APP_MESH_API_VERSION, kind: 'VirtualService', name: this.name });
    for (const name of [stableNode, canaryNode]) declareExternal(scope, { apiVersion: APP_MESH_API_VERSION, kind: 'VirtualNode', name });
  }
}
