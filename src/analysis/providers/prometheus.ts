import { FLOAT, listOf } from '../../languages/conditions/value-type';
import { isScalarQuery } from '../../languages/promql';
import { durationText, type DurationLike, secondsOf } from '../../manifests/duration';
import { InputError } from '../../manifests/input-error';
import type { Condition } from '../condition';
import type { MetricProps } from '../metric-props';
import { checkedPromQl, type PromQl } from '../promql';
import { listShape, singleShape } from '../result-shape';
import type { MeasuredWire, PrometheusWire } from '../wire';
import { checkedAddress, checkedText } from './address';
import { type MetricHeaders, headersToKube, type OAuth2, oauth2ToKube } from './credentials';

/** Prometheus, or a server that speaks its query API, and how it is asked. */
export interface PrometheusServer {
  /** URL of the server with its scheme, reachable from the controller's pod: `http://prometheus.monitoring:9090`. */
  readonly address: string;
  /**
   * How long a query may take.
   * @default 30s
   */
  readonly timeout?: DurationLike;
  /**
   * HTTP headers, such as the tenant: `{ 'X-Scope-OrgID': 'shop' }`. One with a credential takes it from an argument.
   * @default - none
   */
  readonly headers?: MetricHeaders;
  /**
   * How the controller identifies itself.
   * @default - not at all
   */
  readonly authentication?: PrometheusAuthentication;
  /**
   * Takes any TLS certificate, whoever signed it.
   * @default false
   */
  readonly insecure?: boolean;
}

/** A metric that Prometheus answers. */
export type PrometheusMetricProps = MetricProps & PrometheusServer & {
  /** The query, best written with the `promql` tag. Its result is a list of numbers, one a series, or the number of a `scalar()`. */
  readonly query: PromQl | string;
  /** When a measurement is a success. */
  readonly success: Condition;
  /**
   * Asks for values over a length of time instead of one value. The condition has to hold for every value of every series.
   * @default - the values of now
   */
  readonly rangeQuery?: PrometheusRange;
};

/** The time of a range query: a window that ends now, or two expressions for points in time. */
export type PrometheusRange = {
  /** Time between two values. */
  readonly step: DurationLike;
} & (
  | {
    /** How far back from now. */
    readonly window: DurationLike; readonly start?: undefined; readonly end?: undefined;
  }
  | {
    /** When it begins, in the controller's language: `now() - duration("10m")`. */
    readonly start: string;
    /** When it ends: `now()`. */
    readonly end: string;
    readonly window?: undefined;
  }
);

/** OAuth 2.0, or the signature of Amazon Managed Service for Prometheus. */
export type PrometheusAuthentication =
  | { readonly oauth2: OAuth2; readonly sigv4?: undefined }
  | { readonly sigv4: SigV4; readonly oauth2?: undefined };

/** How requests to an Amazon workspace are signed, with the controller's own AWS identity. */
export interface SigV4 {
  /**
   * AWS region of the workspace.
   * @default - the region of the controller's environment
   */
  readonly region?: string;
  /**
   * Profile of the controller's AWS configuration.
   * @default - none
   */
  readonly profile?: string;
  /**
   * Role that the controller takes on.
   * @default - none
   */
  readonly roleArn?: string;
}

/** How a metric is measured by Prometheus, and what its conditions see. */
export function prometheusToKube(what: string, props: PrometheusMetricProps): MeasuredWire {
  const query = checkedQuery(what, props.query);
  const prometheus: PrometheusWire = {
    address: checkedAddress(what, props.address, 'http://prometheus.monitoring:9090'),
    authentication: authenticationToKube(what, props),
    headers: headersToKube(what, props.headers),
    insecure: props.insecure,
    query,
    rangeQuery: props.rangeQuery && rangeToKube(what, props.rangeQuery),
    timeout: props.timeout && secondsOf(props.timeout, `${what}: timeout`),
  };
  const shape = isScalarQuery(query) && !props.rangeQuery
    ? singleShape({ type: FLOAT, value: { number: 'result', any: 'result' }, known: '!isNaN(result)', missing: 'isNaN(result)' })
    : listShape({ type: /^\s*\{\{[^{}]*\}\}\s*$/.test(query) ? undefined : listOf(FLOAT), list: 'result', missing: 'isNaN(#)', mayBeEmpty: true });
  return { ...props.success._toKube(what, shape), provider: { prometheus } };
}

function rangeToKube(what: string, range: PrometheusRange): PrometheusWire['rangeQuery'] {
  const step = durationText(range.step, `${what}: rangeQuery.step`);
  if (range.window !== undefined) {
    return { start: `now() - duration("${durationText(range.window, `${what}: rangeQuery.window`)}")`, end: 'now()', step };
  }
  return { start: checkedText(what, 'rangeQuery.start', range.start), end: checkedText(what, 'rangeQuery.end', range.end), step };
}

function authenticationToKube(what: string, { authentication, address }: PrometheusMetricProps): PrometheusWire['authentication'] {
  if (authentication === undefined) return undefined;
  if (authentication.sigv4 && !address.includes('aps-workspaces') && !address.includes('{{')) {
    throw new InputError(`${what}: sigv4 is set and address is ${address}. the controller signs requests to Amazon Managed Service for ` +
      'Prometheus only, whose addresses contain aps-workspaces');
  }
  return { oauth2: oauth2ToKube(what, authentication.oauth2), sigv4: authentication.sigv4 };
}

function checkedQuery(what: string, query: PromQl | string): string {
  if (typeof query !== 'string') return query.text;
  try {
    return checkedPromQl(query).text;
  } catch (error) {
    throw new InputError(`${what}: ${error instanceof InputError ? error.reason : String(error)}`);
  }
}
