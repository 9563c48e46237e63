import type { JsonObject } from '../../../manifests/json';
import { type Pointer, pointer } from '../../../manifests/pointer';
import { defineRule, type RuleContext } from '../../rule';
import { isSet, listField, numberField, objectField, textField } from '../rollouts/fields';
import { examplePods } from './example-pods';
import { isPortName } from './names';
import { POD_KINDS, podContainersOf, PODS_REFUSED } from './pods-of';

const PROBES = ['livenessProbe', 'readinessProbe', 'startupProbe'] as const;
const HOOKS = ['postStart', 'preStop'] as const;
const COUNTS = ['initialDelaySeconds', 'timeoutSeconds', 'periodSeconds', 'successThreshold', 'failureThreshold'];

/** Finds probes and lifecycle hooks that do nothing, two things, or something that Kubernetes refuses. */
export const probeHandlers = defineRule({
  id: 'pods/probe-handlers',
  severity: 'error',
  kinds: POD_KINDS,
  since: '0.1.0',
  implements: ['AR-008'],
  title: 'probes and lifecycle hooks do one thing each, with times that Kubernetes takes',
  rationale: `${PODS_REFUSED} Readiness may ask for several successes in a row; liveness and startup may not.`,
  bad: examplePods({ container: 'livenessProbe:\n  periodSeconds: 5' }),
  good: examplePods({ container: 'livenessProbe:\n  periodSeconds: 5\n  httpGet:\n    path: /livez\n    port: http' }),
  check(entry, context) {
    for (const at of podContainersOf(entry)) {
      // Init containers that end are not allowed to have any, which is another matter.
      if (at.init && textField(at.container, 'restartPolicy') !== 'Always') continue;
      for (const name of PROBES) {
        const probe = objectField(at.container, name);
        if (!probe) continue;
        const where = pointer(at.pointer, name);
        reportHandler(context, where, name, probe, ['exec', 'grpc', 'httpGet', 'tcpSocket']);
        reportNumbers(context, where, name, probe);
      }
      for (const name of HOOKS) {
        const hook = objectField(objectField(at.container, 'lifecycle'), name);
        if (hook) reportHandler(context, pointer(at.pointer, 'lifecycle', name), name, hook, ['exec', 'httpGet', 'sleep', 'tcpSocket']);
      }
    }
  },
});

function reportHandler(context: RuleContext, at: Pointer, name: string, parent: JsonObject, handlers: readonly string[]): void {
  const found = handlers.filter((key) => isSet(parent, key));
  if (found.length !== 1) {
    context.report(at, found.length === 0 ? `${name} does nothing` : `${name} does ${found.length} things`, {
      received: found.join(', ') || 'no action', expected: `one of ${handlers.join(', ')}`,
      fix: found.length === 0 ? `say what ${name} does, or remove it` : 'keep one of them',
    });
  }
  const exec = objectField(parent, 'exec');
  if (exec && listField(exec, 'command').length === 0) {
    context.report(pointer(at, 'exec'), `${name} runs no command`, { expected: 'command with at least one word', fix: 'write the command' });
  }
  for (const key of found) {
    const port = objectField(parent, key)?.port;
    if (typeof port !== 'string' && typeof port !== 'number') continue;
    if (typeof port === 'string' ? isPortName(port) : port >= 1 && port <= 65535) continue;
    const field = pointer(at, key, 'port');
    const quoted = typeof port === 'string' && /^[1-9]\d{0,4}$/.test(port) && Number(port) <= 65535;
    context.report(field, `there is no port ${JSON.stringify(port)}`, {
      received: String(port),
      expected: '1 to 65535, or the name of a port',
      fix: quoted ? 'write the number without quotes' : 'write the port that the container listens on',
      edit: quoted ? { op: 'set', pointer: field, value: Number(port) } : undefined,
    });
  }
}

function reportNumbers(context: RuleContext, at: Pointer, name: string, probe: JsonObject): void {
  for (const key of COUNTS) {
    const count = numberField(probe, key);
    if (count === undefined || count >= 0) continue;
    context.report(pointer(at, key), `${key} of ${name} is negative`, { received: String(count), expected: '0 or more', fix: 'write a positive number' });
  }
  const successes = numberField(probe, 'successThreshold') ?? 1;
  if (name !== 'readinessProbe' && successes > 1) {
    context.report(pointer(at, 'successThreshold'), `${name} asks for ${successes} successes in a row`, {
      received: String(successes), expected: '1', fix: 'leave successThreshold out; only readiness may ask for more',
    });
  }
  const grace = numberField(probe, 'terminationGracePeriodSeconds');
  if (grace !== undefined && (name === 'readinessProbe' || grace <= 0)) {
    context.report(pointer(at, 'terminationGracePeriodSeconds'), `${name} cannot have terminationGracePeriodSeconds ${grace}`, {
      received: String(grace),
      expected: name === 'readinessProbe' ? 'none: nothing is stopped when readiness fails' : 'more than 0',
      fix: 'remove it; the pod has its own',
    });
  }
}
