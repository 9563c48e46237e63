import { type ApiObjectMetadata, Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { adopt } from '../app/adopt';
import { type DurationLike, secondsOf } from '../manifests/duration';
import { fail } from '../render/construct-error';
import { nameFor } from '../render/object-name';
import { SyncHook } from '../sync/sync-hook';

/** What a `SmokeCheck` is made of. */
export interface SmokeCheckProps {
  /** What is asked: the Service that clients call, `rollout.service` or `rollout.activeService`. */
  readonly service: kplus.Service;
  /** An image that has `curl` and runs as a user other than root, with its tag or digest. */
  readonly image: string;
  /**
   * What of the Service is asked for; any answer below 400 is good.
   * @default '/'
   */
  readonly path?: string;
  /**
   * Port of the Service.
   * @default - its only port
   */
  readonly port?: number;
  /** @default 'http' */
  readonly scheme?: 'http' | 'https';
  /**
   * How long one answer may take.
   * @default 10s
   */
  readonly timeout?: DurationLike;
  /**
   * How often it is asked again, a few seconds apart, before the check has failed.
   * @default 5
   */
  readonly retries?: number;
  /**
   * Labels and annotations of the pod. In a mesh whose sidecars outlive the container that is done, the Job and with it the sync never
   * end: switch the sidecar off here by `sidecar.istio.io/inject: 'false'`, or use native sidecars.
   * @default - none
   */
  readonly podMetadata?: ApiObjectMetadata;
  /**
   * Name, namespace, labels and annotations.
   * @default - the name comes from the ids, the rest from the chart
   */
  readonly metadata?: ApiObjectMetadata;
}

/**
 * Asks a Service once everything of a sync is healthy, and fails the sync when it does not answer: a Job that Argo CD runs as a
 * PostSync hook. It is for the first deployment above all, in which a Rollout goes straight to full traffic and runs no analysis.
 *
 * While a rollout waits for its promotion, Argo CD waits too and the check does not run. It is a Job and no AnalysisRun: that would
 * need its own copy of the metrics, as it cannot name a template, and right after a first deployment there is no traffic to measure.
 *
 * With `isolate` on the rollout, allow the pods of the check in: `web.connections.allowFrom(check.job)`.
 *
 * @see gitops-engine/pkg/sync/sync_context.go in argoproj/argo-cd
 */
export class SmokeCheck extends Construct {
  /** The Job that asks. */
  public readonly job: kplus.Job;

  public constructor(scope: Construct, id: string, props: SmokeCheckProps) {
    super(scope, id);
    adopt(this);
    const { path = '/', retries = 5, scheme = 'http', timeout = '10s' } = props;
    if (!path.startsWith('/')) throw fail(this, `the path is ${JSON.stringify(path)}. start it with a slash, such as /healthz`);
    if (!Number.isInteger(retries) || retries < 0) throw fail(this, `retries is ${retries}. give a whole number, 0 or more`);
    const url = `${scheme}://${props.service.name}:${this.portOf(props)}${path}`;
    this.job = new kplus.Job(this, 'Resource', {
      metadata: { ...props.metadata, name: nameFor(this, props.metadata) },
      podMetadata: props.podMetadata,
      // curl asks again by itself; another pod would only begin anew.
      backoffLimit: 0,
      containers: [{
        name: 'curl',
        image: props.image,
        command: ['curl'],
        args: [
          '--fail', '--silent', '--show-error', '--output', '/dev/null',
          '--max-time', String(secondsOf(timeout, 'timeout')),
          '--retry', String(retries), '--retry-all-errors',
          url,
        ],
        resources: { cpu: { request: kplus.Cpu.millis(10) }, memory: { request: SMALL, limit: SMALL } },
      }],
    });
    // The Job of a failed check stays until the next sync, with what it said.
    SyncHook.postSync(this, { deletePolicies: ['BeforeHookCreation', 'HookSucceeded'] });
  }

  private portOf({ service, port }: SmokeCheckProps): number {
    const ports = service.ports.map((one) => one.port);
    if (port === undefined && ports.length === 1) return ports[0]!;
    if (port !== undefined && ports.includes(port)) return port;
    throw fail(this, port === undefined
      ? `the Service ${service.name} has ${ports.length === 0 ? 'no port yet' : `the ports ${ports.join(', ')}`}. say which one is asked: port: ${ports[0] ?? 80}`
      : `the Service ${service.name} has no port ${port}, but ${ports.join(', ') || 'none at all'}. choose one of its ports`);
  }
}

const SMALL = Size.mebibytes(32);
