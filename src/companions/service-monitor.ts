import { ApiObject, type ApiObjectMetadata, Lazy } from 'cdk8s';
import type * as kplus from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { adopt } from '../app/adopt';
import { fail } from '../render/construct-error';
import { nameFor } from '../render/object-name';
import { podTargetLabelsOf, scrapeEndpoint, type ScrapeProps } from './scrape';
import type { ServiceMonitorWire } from './wire';

/** What a `ServiceMonitor` is made of. */
export interface ServiceMonitorProps extends ScrapeProps {
  /** The one Service whose pods Prometheus asks. It gets a label for the monitor to find it by. */
  readonly service: kplus.Service;
  /** Name of the port of the Service that leads to the metrics. */
  readonly port: string;
  /**
   * Name, namespace, labels and annotations. Many Prometheus pick their monitors by a label, such as `release`.
   * @default - the name comes from the ids, the rest from the chart
   */
  readonly metadata?: ApiObjectMetadata;
}

const LABEL = 'service-monitor';

/**
 * Makes Prometheus read the metrics of the pods behind one Service, with the name of the Service as their label `service`. For
 * a rollout prefer a `PodMonitor`: its stable or active Service leads to one version only, and monitors of two of its Services
 * count every request twice between releases.
 *
 * @see pkg/apis/monitoring/v1/servicemonitor_types.go in prometheus-operator/prometheus-operator
 */
export class ServiceMonitor extends Construct {
  public constructor(scope: Construct, id: string, private readonly props: ServiceMonitorProps) {
    super(scope, id);
    adopt(this);
    const endpoint = scrapeEndpoint(this, props);
    const { metadata } = props.service;
    // A selector of labels that several Services of a rollout share would find them all.
    const label = metadata.getLabel(LABEL) ?? props.service.name;
    metadata.addLabel(LABEL, label);
    new ApiObject(this, 'Resource', {
      apiVersion: 'monitoring.coreos.com/v1',
      kind: 'ServiceMonitor',
      metadata: { ...props.metadata, name: nameFor(this, props.metadata) },
      spec: Lazy.any({
        produce: (): ServiceMonitorWire => ({
          selector: { matchLabels: { [LABEL]: label } },
          podTargetLabels: podTargetLabelsOf(props),
          endpoints: [{ port: this.port(), ...endpoint }],
        }),
      }),
    });
  }

  // A Service of a rollout gets the ports of containers that are added after the monitor.
  private port(): string {
    const { port, service } = this.props;
    if (service.ports.some(({ name }) => name === port)) return port;
    const known = service.ports.map(({ name, port: number }) => name ?? `${number} (without a name)`).join(', ') || 'none';
    throw fail(this, `the Service ${service.name} has no port named ${JSON.stringify(port)}, so Prometheus would find nothing. its ports are: ${known}`);
  }
}
