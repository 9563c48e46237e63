import type * as kplus from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { checkedName } from '../render/object-name';
import { RolloutService } from './rollout-service';

/** Where the Services of a rollout come from. */
export interface ServiceOrigin {
  /** Labels that all pods of the rollout have. */
  readonly selector: Readonly<Record<string, string>>;
  readonly namespace?: string;
  /** Ports that the user chose. */
  readonly ports?: readonly kplus.ServicePort[];
  /** Containers whose ports are followed when the user chose none. */
  readonly containers: readonly kplus.Container[];
}

/** The Services of a rollout: each is made once, selects all pods, and follows the ports of the containers. */
export class RolloutServices {
  private readonly made = new Map<string, RolloutService>();

  public constructor(private readonly scope: Construct, private readonly origin: ServiceOrigin) {}

  /** Labels that all pods of the rollout have. */
  public get podLabels(): Readonly<Record<string, string>> {
    return this.origin.selector;
  }

  /** The Service of this name. Made when it is asked for the first time; the controller narrows what it selects. */
  public create(id: string, name: string): kplus.Service {
    const known = this.made.get(name);
    if (known) return known;
    const { selector, namespace, ports, containers } = this.origin;
    const service = new RolloutService(this.scope, id, {
      metadata: { name: checkedName(this.scope, name, 'the name of the rollout'), namespace },
    });
    for (const [key, value] of Object.entries(selector)) service.selectLabel(key, value);
    for (const port of ports ?? []) service.bind(port.port, port);
    this.made.set(name, service);
    for (const container of containers) this.expose(service, container);
    return service;
  }

  /** Gives the Services the ports of a container that was added later. */
  public follow(container: kplus.Container): void {
    for (const service of this.made.values()) this.expose(service, container);
  }

  private expose(service: RolloutService, container: kplus.Container): void {
    if (this.origin.ports) return;
    for (const port of container.ports) {
      service.bind(port.number, { name: port.name, targetPort: port.number, protocol: port.protocol });
    }
  }
}
