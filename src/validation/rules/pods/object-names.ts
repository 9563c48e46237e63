import { isLabelKey, isLabelValue } from '../../../manifests/labels';
import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { textField, textsField } from '../rollouts/fields';
import { examplePods } from './example-pods';
import { isDnsLabel, isDnsSubdomain } from './names';
import { POD_KINDS, PODS_REFUSED, podsOf } from './pods-of';

const OBJECTS = ['serviceAccountName', 'nodeName', 'priorityClassName', 'runtimeClassName'];
const HOSTS = ['hostname', 'subdomain'];

/** Finds names of accounts, nodes and classes that no such object can have. */
export const objectNames = defineRule({
  id: 'pods/object-names',
  severity: 'error',
  kinds: POD_KINDS,
  since: '0.1.0',
  implements: ['AR-008'],
  title: 'what pods name has a name that Kubernetes allows',
  rationale: PODS_REFUSED,
  bad: examplePods({ pod: 'serviceAccountName: Web_Account' }),
  good: examplePods({ pod: 'serviceAccountName: web-account' }),
  check(entry, context) {
    for (const { pointer: at, spec } of podsOf(entry)) {
      for (const key of OBJECTS) {
        const name = textField(spec, key);
        if (name === '' || isDnsSubdomain(name)) continue;
        context.report(pointer(`${at}/spec`, key), `"${name}" is no name for ${key}`, {
          received: name, expected: 'lower case letters, digits, "-" and "."', fix: 'write the name of the object',
        });
      }
      for (const key of HOSTS) {
        const name = textField(spec, key);
        if (name === '' || isDnsLabel(name)) continue;
        context.report(pointer(`${at}/spec`, key), `"${name}" is no ${key}`, {
          received: name, expected: 'up to 63 lower case letters, digits and "-"', fix: `correct the ${key}`,
        });
      }
      for (const [key, value] of Object.entries(textsField(spec, 'nodeSelector'))) {
        if (isLabelKey(key) && isLabelValue(value)) continue;
        context.report(pointer(`${at}/spec/nodeSelector`, key), `no node can have the label ${key}: ${value}`, {
          received: `${key}: ${value}`, expected: 'a label key and a label value', fix: 'write a label of nodes',
        });
      }
    }
  },
});
