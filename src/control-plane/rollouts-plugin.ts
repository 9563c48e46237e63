import { InputError } from '../manifests/input-error';
import type { JsonObject } from '../manifests/json';

/** A program that the Rollouts controller runs beside itself. */
export interface RolloutsPluginProps {
  /** What Rollouts call it: `namespace/name`, such as `example/my-plugin`. */
  readonly name: `${string}/${string}`;
  /** Where the program is: an `https://` URL, or a `file://` path in the container of the controller. */
  readonly location: `https://${string}` | `http://${string}` | `file://${string}`;
  /**
   * SHA-256 of the program, as 64 hexadecimal digits in lower case. The controller does not start when it differs. Not looked at for
   * `file://`.
   * @default - whatever the URL gives is run
   */
  readonly sha256?: string;
  /**
   * Arguments of the program.
   * @default - none
   */
  readonly args?: readonly string[];
  /**
   * Secrets, in the namespace of the controller, each of whose keys is a header of the download.
   * @default - none
   */
  readonly headersFrom?: readonly string[];
}

/** What of the Gateway API plugin is used. */
export interface GatewayApiPluginProps {
  /** A release of it. */
  readonly version: `v${number}.${number}.${number}`;
  /** SHA-256 of the program of that release and architecture. */
  readonly sha256?: string;
  /**
   * What the nodes of the controller run on.
   * @default 'amd64'
   */
  readonly architecture?: 'amd64' | 'arm64';
  /**
   * The kinds of routes that rollouts split. The controller may change these and no others.
   * @default ['HTTPRoute', 'GRPCRoute']
   */
  readonly routes?: readonly GatewayApiRoute[];
  /**
   * Arguments of the plugin, such as `-logformat=json`.
   * @default - none
   */
  readonly args?: readonly string[];
}

/** A kind of route that the Gateway API plugin splits. */
export type GatewayApiRoute = 'HTTPRoute' | 'GRPCRoute' | 'TCPRoute' | 'TLSRoute';

/** What a plugin may do in the cluster: rules of a ClusterRole. */
export interface PluginPermissions {
  /** Name of the ClusterRole. */
  readonly name: string;
  /** `rules` of the ClusterRole: `[{ apiGroups: [''], resources: ['services'], verbs: ['get'] }]`. */
  readonly rules: readonly JsonObject[];
}

type PluginList = 'trafficRouterPlugins' | 'metricProviderPlugins' | 'stepPlugins';

/** A plugin of the Rollouts controller. The controller fetches plugins when it starts: after a change it has to be restarted. */
export class RolloutsPlugin {
  /**
   * Splits traffic by routes of the Gateway API, and is allowed to change them.
   * @see docs/installation.md in argoproj-labs/rollouts-plugin-trafficrouter-gatewayapi
   */
  public static gatewayApi(props: GatewayApiPluginProps): RolloutsPlugin {
    const { version, sha256, architecture = 'amd64', routes = ['HTTPRoute', 'GRPCRoute'], args } = props;
    const repository = 'https://github.com/argoproj-labs/rollouts-plugin-trafficrouter-gatewayapi';
    const location = `${repository}/releases/download/${version}/gatewayapi-plugin-linux-${architecture}` as const;
    return new RolloutsPlugin('trafficRouterPlugins', { name: 'argoproj-labs/gatewayAPI', location, sha256, args }, {
      name: 'argo-rollouts-gateway-api-plugin',
      rules: [
        { apiGroups: [''], resources: ['services'], verbs: ['get'] },
        {
          apiGroups: ['gateway.networking.k8s.io'],
          resources: routes.map((kind) => `${kind.toLowerCase()}s`),
          // It lists routes only where a rollout names them by a selector.
          verbs: ['get', 'list', 'update', 'patch'],
        },
      ],
    });
  }

  /** Splits traffic: `trafficRouting.plugins` of a Rollout. */
  public static trafficRouter(props: RolloutsPluginProps): RolloutsPlugin {
    return new RolloutsPlugin('trafficRouterPlugins', props);
  }

  /** Measures: `provider.plugin` of a metric. */
  public static metricProvider(props: RolloutsPluginProps): RolloutsPlugin {
    return new RolloutsPlugin('metricProviderPlugins', props);
  }

  /** Runs as a step of a canary. With `disabled` its steps are passed over. */
  public static step(props: RolloutsPluginProps & {
    /** @default false */
    readonly disabled?: boolean;
  }): RolloutsPlugin {
    return new RolloutsPlugin('stepPlugins', props);
  }

  /** What Rollouts call it. */
  public readonly name: string;

  private constructor(
    /** The key of the ConfigMap that lists it. */
    public readonly list: PluginList,
    private readonly props: RolloutsPluginProps & { readonly disabled?: boolean },
    /** What it may do in the cluster, beside what the controller may. */
    public readonly permissions?: PluginPermissions,
  ) {
    this.name = props.name;
    // One name that is wrong, and the controller does not start: utils/config/config.go in argoproj/argo-rollouts.
    if (!/^[a-zA-Z0-9-]+\/[a-zA-Z0-9_.-]+$/.test(props.name)) {
      throw new InputError(`the plugin is named ${JSON.stringify(props.name)}. write namespace/name, such as example/my-plugin`);
    }
    if (props.sha256 !== undefined && !/^[0-9a-f]{64}$/.test(props.sha256)) {
      throw new InputError(`sha256 of the plugin ${props.name} is ${JSON.stringify(props.sha256)}. give 64 hexadecimal digits in lower case`);
    }
  }

  /** @internal */
  public _toKube(): JsonObject {
    const { name, location, sha256, args, headersFrom, disabled } = this.props;
    return { name, location, sha256, disabled, args, headersFrom: headersFrom?.map((secret) => ({ secretRef: { name: secret } })) };
  }
}
