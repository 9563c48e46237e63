import type { ManifestEntry } from '../../../manifests/manifest-set';
import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import type { Targets } from '../../targets';
import { isSet, objectField, objectsField, textField } from '../rollouts/fields';
import { examplePods } from './example-pods';
import { POD_KINDS, podContainersOf, PODS_REFUSED, ROLLOUT_POD_KINDS } from './pods-of';

/** Where a variable may come from; the schemas refuse other keys. */
const SOURCES = ['fieldRef', 'resourceFieldRef', 'configMapKeyRef', 'secretKeyRef', 'fileKeyRef'];

/** Finds environment variables that Kubernetes would refuse. */
export const env = defineRule({
  id: 'pods/env',
  severity: 'error',
  kinds: POD_KINDS,
  since: '0.1.0',
  implements: ['AR-008'],
  title: 'environment variables have legal names and one value each',
  rationale: `${PODS_REFUSED} Since Kubernetes 1.34 the API server takes nearly any name; the controller of Rollouts does not.`,
  bad: examplePods({ container: 'env:\n  - name: LOG LEVEL\n    value: info' }),
  good: examplePods({ container: 'env:\n  - name: LOG_LEVEL\n    value: info' }),
  check(entry, context) {
    for (const at of podContainersOf(entry)) {
      for (const [index, variable] of objectsField(at.container, 'env')) {
        const name = textField(variable, 'name');
        const where = pointer(at.pointer, 'env', index);
        if (isSet(variable, 'name') && !isVariableName(name, entry, context.targets)) {
          context.report(pointer(where, 'name'), `"${name}" is no name of an environment variable`, {
            received: name, expected: 'letters, digits, "_", "-" and ".", no digit at the beginning', fix: 'rename the variable',
          });
        }
        const from = objectField(variable, 'valueFrom');
        if (!from) continue;
        const sources = SOURCES.filter((key) => isSet(from, key));
        if (sources.length !== 1) {
          context.report(pointer(where, 'valueFrom'), sources.length === 0 ? `valueFrom of ${name} is empty` : `valueFrom of ${name} names ${sources.length} sources`, {
            received: sources.join(', ') || 'none', expected: 'one source', fix: 'name a ConfigMap key, a Secret key or a field',
          });
        } else if (textField(variable, 'value') !== '') {
          context.report(where, `${name} has a value and a valueFrom`, {
            received: 'value and valueFrom', expected: 'one of them', fix: 'remove the other',
          });
        }
      }
      for (const [index, source] of objectsField(at.container, 'envFrom')) {
        const refs = ['configMapRef', 'secretRef'].filter((key) => isSet(source, key));
        if (refs.length === 1) continue;
        context.report(pointer(at.pointer, 'envFrom', index), `envFrom names ${refs.length === 0 ? 'no source' : 'two sources in one entry'}`, {
          received: refs.join(', ') || 'none', expected: 'configMapRef or secretRef', fix: 'write one entry for each source',
        });
      }
    }
  },
});

/** The relaxed rule is every printable character of ASCII but "=". */
function isVariableName(name: string, { id }: ManifestEntry, targets: Targets): boolean {
  const strict = targets.kubernetes === '1.27' || ROLLOUT_POD_KINDS.includes(`${id.group}/${id.kind}`);
  if (!strict) return /^[ -<>-~]+$/.test(name);
  return /^[-._a-zA-Z][-._a-zA-Z0-9]*$/.test(name) && name !== '.' && !name.startsWith('..');
}
