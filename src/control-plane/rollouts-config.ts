import { ApiObject, type ApiObjectMetadata, Chart, JsonPatch } from 'cdk8s';
import { Construct } from 'constructs';
import { adopt } from '../app/adopt';
import { yamlOf } from '../manifests/yaml';
import { fail } from '../render/construct-error';
import type { PluginPermissions, RolloutsPlugin } from './rollouts-plugin';

/** What a `RolloutsConfig` is made of. */
export interface RolloutsConfigProps {
  /** The plugins that the controller runs. */
  readonly plugins: readonly [RolloutsPlugin, ...RolloutsPlugin[]];
  /**
   * ServiceAccount of the controller, which gets what the plugins may do.
   * @default 'argo-rollouts'
   */
  readonly serviceAccount?: string;
  /**
   * Namespace, labels and annotations. The name is given: the controller looks for it.
   * @default - those of the chart, whose namespace has to be that of the controller
   */
  readonly metadata?: Omit<ApiObjectMetadata, 'name'>;
}

/**
 * The configuration of the Rollouts controller, the ConfigMap `argo-rollouts-config` in its namespace, with what its plugins may do.
 * The controller reads it when it starts: restart it after a change.
 *
 * @see utils/config/config.go in argoproj/argo-rollouts
 */
export class RolloutsConfig extends Construct {
  public constructor(scope: Construct, id: string, private readonly props: RolloutsConfigProps) {
    super(scope, id);
    adopt(this);
    const { plugins } = props;
    const twice = plugins.find((plugin, i) => plugins.findIndex(({ name, list }) => name === plugin.name && list === plugin.list) < i);
    if (twice) throw fail(this, `the plugin ${twice.name} is listed twice, and one would overwrite the other. take one out`);
    new ApiObject(this, 'Resource', {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { ...props.metadata, name: 'argo-rollouts-config' },
      data: Object.fromEntries(['trafficRouterPlugins', 'metricProviderPlugins', 'stepPlugins'].flatMap((list) => {
        const listed = plugins.filter((plugin) => plugin.list === list);
        return listed.length > 0 ? [[list, yamlOf(listed.map((plugin) => plugin._toKube()))] as const] : [];
      })),
    });
    for (const { permissions } of plugins) if (permissions) this.allow(permissions);
  }

  private allow({ name, rules }: PluginPermissions): void {
    const namespace = this.props.metadata?.namespace ?? Chart.of(this).namespace;
    if (namespace === undefined) {
      throw fail(this, 'the namespace of the controller is not known, and its ServiceAccount is to get permissions. give the chart a namespace, or metadata.namespace');
    }
    const metadata = { name };
    const role = new ApiObject(this, 'ClusterRole', { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRole', metadata, rules });
    const binding = new ApiObject(this, 'ClusterRoleBinding', {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRoleBinding',
      metadata,
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: role.kind, name: role.name },
      subjects: [{ kind: 'ServiceAccount', name: this.props.serviceAccount ?? 'argo-rollouts', namespace }],
    });
    // Neither has a namespace, and cdk8s gives them that of the chart.
    for (const object of [role, binding]) if (object.metadata.namespace !== undefined) object.addJsonPatch(JsonPatch.remove('/metadata/namespace'));
  }
}
