import { Duration, Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';

/** The container of `my-app`, as both articles that release it have it. */
export function myAppContainer(version: string, healthPath: string): kplus.ContainerProps {
  return {
    name: 'my-app',
    image: `registry.example.com/my-app:${version}`,
    // The name is what a PodMonitor asks for.
    ports: [{ name: 'http', number: 8080 }],
    resources: {
      cpu: { request: kplus.Cpu.millis(200), limit: kplus.Cpu.millis(500) },
      memory: { request: Size.mebibytes(256), limit: Size.mebibytes(512) },
    },
    readiness: kplus.Probe.fromHttpGet(healthPath, {
      port: 8080, initialDelaySeconds: Duration.seconds(10), periodSeconds: Duration.seconds(5),
    }),
    liveness: kplus.Probe.fromHttpGet(healthPath, {
      port: 8080, initialDelaySeconds: Duration.seconds(15), periodSeconds: Duration.seconds(10),
    }),
  };
}
