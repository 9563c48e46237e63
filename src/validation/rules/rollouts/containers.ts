import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { exampleRollout } from './example-rollout';
import { isSet, listField, textField } from './fields';
import { containersOf, hasWorkloadRef, podSpecOf, podTemplateOf } from './pod-template';
import { ROLLOUT, specOf } from './rollout-strategy';

const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** Finds pods without a container, and containers without a name of their own or without an image. */
export const containers = defineRule({
  id: 'rollouts/containers',
  severity: 'error',
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: ['AR-008'],
  title: 'a rollout runs containers, each with an image and a name of its own',
  rationale: 'The CRD lets these pass, and a Rollout makes no pods itself: the controller validates its template as Kubernetes would '
    + 'and marks the Rollout InvalidSpec. Init containers and containers share one set of names.',
  bad: exampleRollout({ template: `
metadata:
  labels:
    app: web
spec:
  containers:
    - name: web
      readinessProbe:
        httpGet:
          path: /healthz
          port: 8080
` }),
  good: exampleRollout(),
  check(entry, context) {
    if (!specOf(entry.manifest) || hasWorkloadRef(entry.manifest)) return;
    const podSpec = podSpecOf(entry.manifest);
    if (!podSpec || (isSet(podSpec, 'containers') && listField(podSpec, 'containers').length === 0)) {
      context.report(
        podSpec ? '/spec/template/spec/containers' : podTemplateOf(entry.manifest) ? '/spec/template' : '/spec',
        'the pods have no container',
        {
          expected: 'at least one container',
          fix: 'list a container in spec.template.spec.containers',
        },
      );
      return;
    }
    const names = new Set<string>();
    for (const at of containersOf(entry.manifest)) {
      const name = textField(at.container, 'name');
      if (textField(at.container, 'image').trim() === '') {
        context.report(at.pointer, `container ${name || '""'} has no image`, {
          expected: 'an image', fix: 'write image with a tag or digest',
        });
      }
      if (!isSet(at.container, 'name')) continue;
      if (!LABEL.test(name)) {
        context.report(pointer(at.pointer, 'name'), `"${name}" is no container name`, {
          received: name, expected: 'up to 63 lower case letters, digits and "-"', fix: 'rename the container',
        });
      } else if (names.has(name)) {
        context.report(pointer(at.pointer, 'name'), `two containers are named ${name}`, {
          received: name, expected: 'a name that no other container or init container has', fix: 'rename one of them',
        });
      }
      names.add(name);
    }
  },
});
