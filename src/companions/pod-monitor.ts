import { ApiObject, type ApiObjectMetadata, Lazy } from 'cdk8s';
import { Construct } from 'constructs';
import { adopt } from '../app/adopt';
import { fail } from '../render/construct-error';
import { nameFor } from '../render/object-name';
import type { IRollout } from '../rollouts/any-rollout';
import { podTargetLabelsOf, scrapeEndpoint, type ScrapeProps } from './scrape';
import type { PodMonitorWire } from './wire';

/** What a `PodMonitor` is made of. */
export interface PodMonitorProps extends ScrapeProps {
  /** Whose pods Prometheus asks. */
  readonly rollout: IRollout;
  /** Name or number of the port of a container that serves the metrics. It is checked where the containers are known. */
  readonly port: string | number;
  /**
   * Name, namespace, labels and annotations. Many Prometheus pick their monitors by a label, such as `release`.
   * @default - the name comes from the ids, the rest from the chart
   */
  readonly metadata?: ApiObjectMetadata;
}

/**
 * Makes Prometheus read the metrics of a rollout's pods, each pod once. That is the one to use for a rollout: between two releases
 * its Services all lead to the same pods, and monitors of several Services would count every request several times.
 *
 * @see pkg/apis/monitoring/v1/podmonitor_types.go in prometheus-operator/prometheus-operator
 */
export class PodMonitor extends Construct {
  public constructor(scope: Construct, id: string, private readonly props: PodMonitorProps) {
    super(scope, id);
    adopt(this);
    const endpoint = scrapeEndpoint(this, props);
    new ApiObject(this, 'Resource', {
      apiVersion: 'monitoring.coreos.com/v1',
      kind: 'PodMonitor',
      metadata: { ...props.metadata, name: nameFor(this, props.metadata) },
      spec: Lazy.any({
        produce: (): PodMonitorWire => ({
          selector: { matchLabels: props.rollout.toPodSelectorConfig().labelSelector._toKube().matchLabels },
          podTargetLabels: podTargetLabelsOf(props),
          podMetricsEndpoints: [{ ...this.port(), ...endpoint }],
        }),
      }),
    });
  }

  // Containers may be added after the monitor. There are none to look at when the pods come from a Deployment that is made elsewhere.
  private port(): { readonly port: string } | { readonly portNumber: number } {
    const { port, rollout } = this.props;
    const { containers } = rollout;
    const ports = containers.flatMap((container) => container.ports);
    if (containers.length > 0 && !ports.some(({ name, number }) => port === name || port === number)) {
      const known = ports.map(({ name, number }) => name ?? number).join(', ') || 'none';
      throw fail(this, `no container of ${rollout.name} has the port ${JSON.stringify(port)}, so Prometheus would find nothing. its ports are: ${known}`);
    }
    return typeof port === 'string' ? { port } : { portNumber: port };
  }
}
