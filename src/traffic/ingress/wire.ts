import type { HTTPIngressPath, Ingress } from '../../../imports/types/kubernetes/ingress';

/** Short names for the generated wire types of an Ingress. */
export type IngressWire = NonNullable<Ingress['spec']>;
export type IngressBackendWire = HTTPIngressPath['backend'];
