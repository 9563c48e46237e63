import { InputError } from '../manifests/input-error';

// IS-003 of Istio's webhook (pkg/config/validation/validation.go in istio/istio), and stricter than Kubernetes in nothing but case.
const HOST = /^(\*\.)?[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/i;

/** Throws when this cannot be a host that requests are sent to. `*` alone is for the caller to decide on. */
export function checkHostName(host: string): void {
  if (!HOST.test(host)) throw new InputError(`the host ${JSON.stringify(host)} is no DNS name. write one such as web.example.com or *.example.com`);
}
