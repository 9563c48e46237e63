import { type DurationLike, secondsOf } from '../../manifests/duration';
import { InputError } from '../../manifests/input-error';
import type { JsonObject } from '../../manifests/json';
import type { Condition } from '../condition';
import type { MetricProps } from '../metric-props';
import { ANY_RESULT, nilableShape } from '../result-shape';
import type { MeasuredWire, WebWire } from '../wire';
import { checkedAddress } from './address';
import { type MetricHeaders, headersToKube, type OAuth2, oauth2ToKube } from './credentials';

/** A GET without a body, or a POST or PUT with at most one. */
export type WebRequest =
  | {
    /**
     * HTTP method.
     * @default 'GET'
     */
    readonly method?: 'GET';
    readonly body?: undefined;
    readonly jsonBody?: undefined;
  }
  | {
    /** HTTP method. */
    readonly method: 'POST' | 'PUT';
    /**
     * What is sent, as text.
     * @default - nothing
     */
    readonly body?: string;
    readonly jsonBody?: undefined;
  }
  | {
    /** HTTP method. */
    readonly method: 'POST' | 'PUT';
    /** What is sent, as JSON; the content type is set. */
    readonly jsonBody: JsonObject;
    readonly body?: undefined;
  };

/**
 * A metric that any HTTP service answers. A status other than 2xx, or an answer in which `jsonPath` finds nothing, is an error of
 * the measurement; `noData` decides on a null. **An answer that is no JSON is a success, whatever the condition says.**
 */
export type WebMetricProps = MetricProps & WebRequest & {
  /** URL that is asked, reachable from the controller's pod. */
  readonly url: string;
  /**
   * When a measurement is a success.
   * @default - whenever the status is 2xx
   */
  readonly success?: Condition<number | string | boolean>;
  /**
   * What of the JSON is judged, in the JSONPath of kubectl: `{$.data.ok}`.
   * @default '{$}' - the whole answer
   */
  readonly jsonPath?: `${string}{${string}}${string}`;
  /**
   * HTTP headers. One with a credential takes it from an argument.
   * @default - none
   */
  readonly headers?: MetricHeaders;
  /**
   * How the controller identifies itself.
   * @default - not at all
   */
  readonly authentication?: { readonly oauth2: OAuth2 };
  /**
   * How long the answer may take.
   * @default 10s
   */
  readonly timeout?: DurationLike;
  /**
   * Takes any TLS certificate, whoever signed it.
   * @default false
   */
  readonly insecure?: boolean;
};

/** How a metric is measured by an HTTP service, and what its conditions see. */
export function webToKube(what: string, props: WebMetricProps): MeasuredWire {
  checkBody(what, props.method, props.body, props.jsonBody);
  if (props.jsonPath !== undefined && !props.jsonPath.includes('{')) {
    throw new InputError(`${what}: jsonPath is ${JSON.stringify(props.jsonPath)}. put it in braces, {${String(props.jsonPath)}}: text outside them is the result itself`);
  }
  const oauth2 = oauth2ToKube(what, props.authentication?.oauth2);
  const web: WebWire = {
    url: checkedAddress(what, props.url, 'http://web.shop.svc.cluster.local/status'),
    method: props.method,
    headers: headersToKube(what, props.headers),
    body: props.body,
    jsonBody: props.jsonBody,
    jsonPath: props.jsonPath,
    timeoutSeconds: props.timeout && secondsOf(props.timeout, `${what}: timeout`),
    insecure: props.insecure,
    authentication: oauth2 && { oauth2 },
  };
  return { ...props.success?._toKube(what, nilableShape('asFloat(result)', ANY_RESULT)), provider: { web } };
}

function checkBody(what: string, method = 'GET', body: string | undefined, jsonBody: JsonObject | undefined): void {
  if (body !== undefined && jsonBody !== undefined) throw new InputError(`${what}: body and jsonBody are both set. keep one`);
  if (method === 'GET' && (body ?? jsonBody) !== undefined) {
    throw new InputError(`${what}: a GET has no body. set method to POST or PUT, or remove ${body === undefined ? 'jsonBody' : 'body'}`);
  }
}
