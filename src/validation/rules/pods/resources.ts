import type { JsonValue } from '../../../manifests/json';
import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { objectField, textField } from '../rollouts/fields';
import { examplePods } from './example-pods';
import { POD_KINDS, podContainersOf, PODS_REFUSED } from './pods-of';

const FACTORS: Readonly<Record<string, number>> = {
  n: 1e-9, u: 1e-6, m: 1e-3, '': 1, k: 1e3, M: 1e6, G: 1e9, T: 1e12, P: 1e15, E: 1e18,
  Ki: 2 ** 10, Mi: 2 ** 20, Gi: 2 ** 30, Ti: 2 ** 40, Pi: 2 ** 50, Ei: 2 ** 60,
};

/** A container that requests this memory and may have 512Mi. */
function requesting(memory: string): string {
  return examplePods({ container: `resources:\n  requests:\n    memory: ${memory}\n  limits:\n    memory: 512Mi` });
}

/** Finds containers that ask for more than they may have, or for less than nothing. */
export const resources = defineRule({
  id: 'pods/resources',
  severity: 'error',
  kinds: POD_KINDS,
  since: '0.1.0',
  implements: ['AR-008'],
  title: 'a container requests no more than its limit, and nothing negative',
  rationale: PODS_REFUSED,
  bad: requesting('1Gi'),
  good: requesting('256Mi'),
  check(entry, context) {
    for (const { pointer: at, container } of podContainersOf(entry)) {
      const all = objectField(container, 'resources');
      const limits = objectField(all, 'limits');
      for (const key of ['requests', 'limits']) {
        for (const [name, value] of Object.entries(objectField(all, key) ?? {})) {
          if (typeof value !== 'string' && typeof value !== 'number') continue;
          const where = pointer(at, 'resources', key, name);
          const amount = amountOf(value);
          const received = String(value);
          const limited = key === 'requests' ? limits?.[name] : undefined;
          const limit = amountOf(limited);
          // The schema reports what is no quantity.
          if (amount === undefined) continue;
          if (amount < 0) {
            context.report(where, `${name} is negative`, { received, expected: '0 or more', fix: 'write what the container uses' });
          } else if (limit !== undefined && limit < amount) {
            context.report(where, `container ${textField(container, 'name')} requests more ${name} than its limit`, {
              received, expected: `at most ${typeof limited === 'number' ? limited : textField(limits, name)}`, fix: 'raise the limit, or request less',
            });
          }
        }
      }
    }
  },
});

/** A quantity as a number, undefined for what is none. */
function amountOf(value: JsonValue | undefined): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return undefined;
  const [, digits, exponent, unit] = /^([+-]?(?:\d+\.?\d*|\.\d+))(?:([eE][+-]?\d+)|([numkMGTPE]|[KMGTPE]i)?)$/.exec(value) ?? [];
  return digits === undefined ? undefined : Number(`${digits}${exponent ?? ''}`) * FACTORS[unit ?? '']!;
}
