import type { JsonObject } from '../../../manifests/json';
import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { jsonText } from '../../schema/describe-value';
import { LASTING_POD_KINDS, podContainersOf } from '../pods/pods-of';
import { exampleRollout } from '../rollouts/example-rollout';
import { numberField, objectField, textField } from '../rollouts/fields';

const HANDLERS = ['httpGet', 'grpc', 'tcpSocket', 'exec'] as const;

function example(liveness: string): string {
  return exampleRollout({ template: `
metadata:
  labels:
    app: web
spec:
  containers:
    - name: web
      image: example.com/web:1.4.2
      readinessProbe:
        httpGet: { path: /healthz, port: 8080 }
      livenessProbe:
        ${liveness}
` });
}

/** Finds liveness probes that fail as soon as readiness does. */
export const liveness = defineRule({
  id: 'practices/liveness',
  severity: 'info',
  kinds: LASTING_POD_KINDS,
  since: '0.1.0',
  implements: ['P14'],
  title: 'liveness is more patient than readiness, or asks something else',
  rationale: 'A pod that is not ready gets no traffic and recovers; one that is not alive is killed. When both ask the same as often, an '
    + 'overload or a dependency that is away restarts every pod at once, which makes it worse and looks like a broken release.',
  bad: example('httpGet: { path: /healthz, port: 8080 }'),
  good: example('httpGet: { path: /livez, port: 8080 }'),
  check(entry, context) {
    for (const at of podContainersOf(entry)) {
      const [live, ready] = [objectField(at.container, 'livenessProbe'), objectField(at.container, 'readinessProbe')];
      if (!live || !ready || asked(live) === undefined || asked(live) !== asked(ready) || patience(live) > patience(ready)) continue;
      context.report(pointer(at.pointer, 'livenessProbe'), `the liveness probe of ${textField(at.container, 'name')} asks what readiness asks, and gives up as soon`, {
        received: `killed after ${patience(live)} seconds without an answer`,
        expected: `more than the ${patience(ready)} seconds after which it is not ready, or a probe of the process alone`,
        fix: 'ask a path that depends on nothing else, raise failureThreshold, or leave the liveness probe out',
      });
    }
  },
});

/** What a probe asks, as text. */
function asked(probe: JsonObject): string | undefined {
  const handler = HANDLERS.find((key) => objectField(probe, key));
  return handler && `${handler} ${jsonText(objectField(probe, handler)!)}`;
}

/** Seconds of failures until a probe has failed; the defaults are those of Kubernetes. */
function patience(probe: JsonObject): number {
  return (numberField(probe, 'periodSeconds') ?? 10) * (numberField(probe, 'failureThreshold') ?? 3);
}
