import type { JsonObject } from '../../../manifests/json';
import { objectField, textField } from '../rollouts/fields';
import { type BoundMetric, knownText } from './bound-metrics';

/** A Service that a metric asks. */
export interface AskedService {
  readonly url: string;
  readonly name: string;
  readonly namespace: string;
  readonly port: number;
  /** Whether the host can be nothing but a Service: it has `svc` in it. */
  readonly certain: boolean;
}

const URL_OF_SERVER = /^(https?):\/\/(?:[^/?#@]*@)?([a-z0-9.-]+?)\.?(?::(\d+))?(?:[/?#]|$)/i;

/** The Services that the providers of a metric ask, if their URLs are known and may be those of Services. */
export function askedServices({ metric, values }: BoundMetric, namespace: string): AskedService[] {
  return serversOf(metric).flatMap((written) => {
    // The path may hold what only the cluster knows.
    const server = /^[^/]*\/\/[^/?#]*/.exec(written)?.[0] ?? '';
    const url = knownText(server, values);
    const [, scheme = '', host = '', port] = (url !== undefined && URL_OF_SERVER.exec(url)) || [];
    const [name = '', where = namespace, svc] = host.split('.');
    if (url === undefined || name === '' || (svc !== undefined && svc !== 'svc')) return [];
    return [{ url, name, namespace: where, port: port === undefined ? defaultPort(scheme) : Number(port), certain: svc !== undefined }];
  });
}

function serversOf(metric: JsonObject): string[] {
  const provider = objectField(metric, 'provider');
  return Object.keys(provider ?? {})
    .map((key) => textField(objectField(provider, key), key === 'web' ? 'url' : 'address'))
    .filter((address) => address !== '');
}

function defaultPort(scheme: string): number {
  return scheme.toLowerCase() === 'https' ? 443 : 80;
}
