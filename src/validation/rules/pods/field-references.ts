import type { JsonObject } from '../../../manifests/json';
import { type Pointer, pointer } from '../../../manifests/pointer';
import { defineRule, type RuleContext } from '../../rule';
import { nearest } from '../../schema/similar-name';
import { objectField, objectsField, textField } from '../rollouts/fields';
import { examplePods } from './example-pods';
import { containersOfPods, POD_KINDS, PODS_REFUSED, podsOf } from './pods-of';

const OF_VARIABLES = [
  'metadata.name', 'metadata.namespace', 'metadata.uid', 'spec.nodeName', 'spec.serviceAccountName', 'status.hostIP', 'status.hostIPs',
  'status.podIP', 'status.podIPs',
];
const OF_FILES = ['metadata.annotations', 'metadata.labels', 'metadata.name', 'metadata.namespace', 'metadata.uid'];
const RESOURCES = ['limits', 'requests'].flatMap((key) => ['cpu', 'ephemeral-storage', 'memory'].map((name) => `${key}.${name}`));

/** A variable that is filled with this field of the pod. */
function variable(path: string): string {
  return examplePods({ container: `env:\n  - name: POD\n    valueFrom:\n      fieldRef:\n        fieldPath: ${path}` });
}

/** Finds fields and resources of pods that no variable and no file can be filled with. */
export const fieldReferences = defineRule({
  id: 'pods/field-references',
  severity: 'error',
  kinds: POD_KINDS,
  since: '0.1.0',
  implements: ['AR-008'],
  title: 'variables and files are filled with fields of the pod that Kubernetes hands out',
  rationale: `${PODS_REFUSED} A variable gets one label or annotation, as in metadata.labels['app']; all of them only fit into a file.`,
  bad: variable('metadata.nmae'),
  good: variable('metadata.name'),
  check(entry, context) {
    for (const pods of podsOf(entry)) {
      for (const { pointer: at, container } of containersOfPods(pods)) {
        for (const [index, one] of objectsField(container, 'env')) {
          const from = objectField(one, 'valueFrom');
          if (from) reportReferences(context, pointer(at, 'env', index, 'valueFrom'), from, 'variable', OF_VARIABLES);
        }
      }
      for (const [index, volume] of objectsField(pods.spec, 'volumes')) {
        const at = pointer(`${pods.pointer}/spec/volumes`, index);
        reportFiles(context, pointer(at, 'downwardAPI'), objectField(volume, 'downwardAPI'));
        for (const [position, source] of objectsField(objectField(volume, 'projected'), 'sources')) {
          reportFiles(context, pointer(at, 'projected', 'sources', position, 'downwardAPI'), objectField(source, 'downwardAPI'));
        }
      }
    }
  },
});

function reportFiles(context: RuleContext, at: Pointer, files: JsonObject | undefined): void {
  for (const [index, file] of objectsField(files, 'items')) reportReferences(context, pointer(at, 'items', index), file, 'file', OF_FILES);
}

function reportReferences(context: RuleContext, at: Pointer, parent: JsonObject, what: string, fields: readonly string[]): void {
  const path = textField(objectField(parent, 'fieldRef'), 'fieldPath');
  if (path !== '' && !fields.includes(path) && !isHandedOut(path)) {
    const meant = nearest(path, fields);
    const whole = path === 'metadata.labels' || path === 'metadata.annotations';
    context.report(pointer(at, 'fieldRef', 'fieldPath'), `a ${what} cannot be filled with ${path}`, {
      received: path,
      expected: `${fields.join(', ')}, metadata.labels['<key>'] or metadata.annotations['<key>']`,
      fix: whole ? `name one of them, as in ${path}['<key>']` : meant === undefined ? 'write one of these' : `did you mean ${meant}?`,
    });
  }
  const resource = textField(objectField(parent, 'resourceFieldRef'), 'resource');
  if (resource !== '' && !RESOURCES.includes(resource) && !/^(limits|requests)\.hugepages-/.test(resource)) {
    const meant = nearest(resource, RESOURCES);
    context.report(pointer(at, 'resourceFieldRef', 'resource'), `there is no resource ${resource} to read`, {
      received: resource, expected: RESOURCES.join(', '), fix: meant === undefined ? 'write one of these' : `did you mean ${meant}?`,
    });
  }
}

/** One label or annotation, and the name that spec.nodeName had before. */
function isHandedOut(path: string): boolean {
  return /^metadata\.(labels|annotations)\['.+'\]$/.test(path) || path === 'spec.host';
}
