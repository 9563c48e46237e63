import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { exampleRollout } from './example-rollout';
import { isSet, objectField, textField } from './fields';
import { containersOf, hasWorkloadRef } from './pod-template';
import { ROLLOUT } from './rollout-strategy';

/** Pods with this readiness probe, or none. */
function probeExample(probe: string): string {
  return exampleRollout({ template: `
metadata:
  labels:
    app: web
spec:
  containers:
    - name: web
      image: example.com/web:1.4.2
      ${probe}
` });
}

/** Finds pods that count as ready as soon as they run, or as soon as a port is open. */
export const probes = defineRule({
  id: 'rollouts/probes',
  severity: 'warning',
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: ['P14', 'P45'],
  title: 'readiness probes ask the application',
  rationale: 'Readiness is the first gate of a release: steps, weights and promotion wait for available pods. Without a probe a pod '
    + 'is ready when its process has started, and with one that only opens a port when something listens, so traffic goes to pods '
    + 'that cannot answer yet.',
  bad: probeExample('imagePullPolicy: IfNotPresent'),
  good: probeExample('readinessProbe: { httpGet: { path: /healthz, port: 8080 } }'),
  check(entry, context) {
    if (hasWorkloadRef(entry.manifest)) return;
    const running = containersOf(entry.manifest).filter((at) => !at.init);
    const probed = running.filter((at) => isSet(at.container, 'readinessProbe'));
    const first = running[0];
    if (!first) return;
    const portOnly = probed.filter((at) => isSet(objectField(at.container, 'readinessProbe'), 'tcpSocket'));
    if (probed.length === 0) {
      const names = running.map((at) => textField(at.container, 'name')).join(', ');
      context.report(
        first.pointer,
        `no container of the pods (${names}) has a readiness probe, so they are ready as soon as they start`,
        {
          expected: 'readinessProbe', fix: 'add a readinessProbe that asks the application, such as httpGet on a health path',
        },
      );
    } else if (portOnly.length === probed.length) {
      for (const at of portOnly) {
        context.report(
          pointer(at.pointer, 'readinessProbe'),
          `the readiness probe of ${textField(at.container, 'name')} only opens a port`,
          {
            received: 'tcpSocket', expected: 'httpGet, grpc or exec', fix: 'ask the application, such as httpGet on a health path',
          },
        );
      }
    }
  },
});
