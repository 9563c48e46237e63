import type { JsonValue } from '../../../manifests/json';
import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { shown } from '../../schema/describe-value';
import { nearest } from '../../schema/similar-name';
import { objectField } from '../rollouts/fields';
import { examplePods } from './example-pods';
import { POD_KINDS, podContainersOf, PODS_REFUSED } from './pods-of';

const STANDARD = ['cpu', 'ephemeral-storage', 'memory'];

/** A container with this limit. */
function limited(limit: string): string {
  return examplePods({ container: `resources:\n  limits:\n    ${limit}` });
}

/** Finds resources of containers that there are not, and parts of devices. */
export const resourceNames = defineRule({
  id: 'pods/resource-names',
  severity: 'error',
  kinds: POD_KINDS,
  since: '0.1.0',
  implements: ['AR-008'],
  title: 'resources of containers are known or have a domain, and devices are whole',
  rationale: `${PODS_REFUSED} What nodes offer beside cpu, memory and ephemeral-storage is named with a domain, such as nvidia.com/gpu, and is counted in whole pieces.`,
  bad: limited('nvidia.com/gpu: 1.5'),
  good: limited('nvidia.com/gpu: 1'),
  check(entry, context) {
    for (const { pointer: at, container } of podContainersOf(entry)) {
      const resources = objectField(container, 'resources');
      for (const key of ['requests', 'limits']) {
        for (const [name, value] of Object.entries(objectField(resources, key) ?? {})) {
          const where = pointer(at, 'resources', key, name);
          if (!name.includes('/')) {
            if (STANDARD.includes(name) || name.startsWith('hugepages-')) continue;
            const meant = nearest(name, STANDARD);
            context.report(where, `there is no resource ${name}`, {
              received: name,
              expected: `${STANDARD.join(', ')}, hugepages-<size>, or a name with a domain`,
              fix: meant === undefined ? 'write the whole name, such as nvidia.com/gpu' : `did you mean ${meant}?`,
            });
          } else if (!isNative(name) && isFraction(value)) {
            context.report(where, `${name} is given out in whole pieces`, { received: shown(value), expected: 'a whole number', fix: 'write how many pieces the container uses' });
          }
        }
      }
    }
  },
});

/** Names in the domain of Kubernetes itself may be measured in any unit. */
function isNative(name: string): boolean {
  return name.includes('kubernetes.io/');
}

function isFraction(value: JsonValue | undefined): boolean {
  if (typeof value === 'number') return !Number.isInteger(value);
  const [, digits, unit] = typeof value === 'string' ? /^(\d+(?:\.\d*)?|\.\d+)(m?)$/.exec(value) ?? [] : [];
  return digits !== undefined && Number(digits) % (unit === 'm' ? 1000 : 1) !== 0;
}
