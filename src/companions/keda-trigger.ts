import { InputError } from '../manifests/input-error';

/** What KEDA reads as a trigger of a ScaledObject. */
export interface KedaTriggerWire {
  readonly type: string;
  readonly name?: string;
  readonly metricType?: 'Utilization' | 'AverageValue' | 'Value';
  readonly metadata: Readonly<Record<string, string>>;
  readonly authenticationRef?: { readonly name: string };
}

/** How many pods a Prometheus query asks for. */
export interface KedaPrometheusProps {
  /** Where Prometheus answers: `http://prometheus.monitoring:9090`. */
  readonly serverAddress: string;
  /** A query with a single result. It measures all pods together; KEDA divides it by the threshold. */
  readonly query: string;
  /** What one pod can bear: a query result of ten times as much gives ten pods. */
  readonly threshold: number;
  /**
   * From which result on there is a pod at all, when the minimum is 0.
   * @default 0
   */
  readonly activationThreshold?: number;
  /**
   * Whether a query without a result counts as 0 instead of an error. KEDA itself says `true`, with which a lost metric
   * scales to the minimum; with `false` the fallback decides.
   * @default false
   */
  readonly ignoreNullValues?: boolean;
  /**
   * Name of the TriggerAuthentication to use.
   * @default - none
   */
  readonly authentication?: string;
}

/** A trigger of any type: `metadata` as the documentation of its scaler lists it. */
export interface KedaTriggerProps {
  /** What the scaler wants to know. */
  readonly metadata: Readonly<Record<string, string | number | boolean>>;
  /** @default - `AverageValue`, and `Utilization` is not possible */
  readonly metricType?: 'AverageValue' | 'Value';
  /**
   * Name of the TriggerAuthentication to use.
   * @default - none
   */
  readonly authentication?: string;
}

/** What KEDA scales by. With several triggers the one that asks for most pods decides. */
export class KedaTrigger {
  /** The average CPU of the pods as a percentage of what they request. */
  public static cpuUtilization(percent: number): KedaTrigger {
    return new KedaTrigger({ type: 'cpu', metricType: 'Utilization', metadata: { value: percentText(percent, 'cpuUtilization') } });
  }

  /** The average memory of the pods as a percentage of what they request. Memory is seldom given back, so it seldom scales down. */
  public static memoryUtilization(percent: number): KedaTrigger {
    return new KedaTrigger({ type: 'memory', metricType: 'Utilization', metadata: { value: percentText(percent, 'memoryUtilization') } });
  }

  /** The result of a Prometheus query. @see pkg/scalers/prometheus_scaler.go in kedacore/keda */
  public static prometheus(props: KedaPrometheusProps): KedaTrigger {
    const { serverAddress, query, threshold, activationThreshold, ignoreNullValues = false } = props;
    if (!/^https?:\/\/\S+$/.test(serverAddress)) {
      throw new InputError(`serverAddress is ${JSON.stringify(serverAddress)}. give a URL such as http://prometheus.monitoring:9090`);
    }
    if (query.trim() === '') throw new InputError('the query is empty. write what is measured, such as sum(rate(http_requests_total[2m]))');
    if (!(threshold > 0)) throw new InputError(`threshold is ${threshold}. give what one pod can bear, a number above 0`);
    return KedaTrigger.ofType('prometheus', {
      metadata: {
        serverAddress, query, threshold, ignoreNullValues, ...(activationThreshold === undefined ? {} : { activationThreshold }),
      },
      authentication: props.authentication,
    });
  }

  /** Any other scaler, by its type: `cron`, `kafka`, `aws-sqs-queue`. */
  public static ofType(type: string, props: KedaTriggerProps): KedaTrigger {
    const { metadata, metricType, authentication } = props;
    return new KedaTrigger({
      type,
      metricType,
      metadata: Object.fromEntries(Object.entries(metadata).map(([key, value]) => [key, String(value)])),
      authenticationRef: authentication === undefined ? undefined : { name: authentication },
    });
  }

  private constructor(private readonly wire: KedaTriggerWire) {}

  /** @internal */
  public _toKube(): KedaTriggerWire {
    return this.wire;
  }
}

/** Scalers that read what the pods use. They can neither start the first pod nor do without their metric. */
export const RESOURCE_SCALERS: ReadonlySet<string> = new Set(['cpu', 'memory']);

function percentText(percent: number, what: string): string {
  if (!Number.isInteger(percent) || percent < 1) {
    throw new InputError(`${what} is ${percent}. give a whole percentage of the request, such as 70`);
  }
  return String(percent);
}
