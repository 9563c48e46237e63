import * as kplus from 'cdk8s-plus-27';

/** A container that answers HTTP, as every router here gets one. */
export function webContainer(image: string): kplus.ContainerProps {
  return {
    image, portNumber: 8080,
    readiness: kplus.Probe.fromHttpGet('/healthz'), liveness: kplus.Probe.fromHttpGet('/livez'),
  };
}
