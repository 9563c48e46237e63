import { isLabelKey } from '../../../manifests/labels';
import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { isSet, objectField, objectsField, textField } from '../rollouts/fields';
import { ROLLOUT } from '../rollouts/rollout-strategy';
import { exampleStepAnalysis, exampleTemplate } from './example-analysis';
import { rolloutAnalyses } from './rollout-analyses';

const TEMPLATE = exampleTemplate({ args: '    - name: env' });

/** An argument that is read from this field. */
function fieldExample(path: string): string {
  return exampleStepAnalysis(`
templates:
  - templateName: smoke
args:
  - name: env
    valueFrom:
      fieldRef:
        fieldPath: ${path}
`, TEMPLATE);
}

/** Whether the downward API knows a path below `metadata`. */
function isMetadataPath(path: string): boolean {
  const [, map, key] = /^metadata\.(labels|annotations)(?:\['(.*)'\])?$/.exec(path) ?? [];
  // Kubernetes folds the case of annotation keys before it checks them.
  if (map !== undefined) return key === undefined || isLabelKey(map === 'annotations' ? key.toLowerCase() : key);
  return ['metadata.name', 'metadata.namespace', 'metadata.uid'].includes(path);
}

/** Finds arguments that are read from a field which the metadata of a Rollout does not have. */
export const fieldRef = defineRule({
  id: 'analysis/field-ref',
  severity: 'error',
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: ['AR-051'],
  title: 'an argument from the metadata names a field that can be read',
  rationale: 'Paths below metadata follow the downward API: name, namespace, uid, labels, annotations, and one label or annotation in '
    + 'brackets. The controller marks a step with another path InvalidSpec, and fails to start the other analyses.',
  bad: fieldExample('metadata.labels.env'),
  good: fieldExample('metadata.namespace'),
  check(entry, context) {
    for (const { analysis, pointer: at } of rolloutAnalyses(entry.manifest)) {
      for (const [index, arg] of objectsField(analysis, 'args')) {
        const ref = objectField(objectField(arg, 'valueFrom'), 'fieldRef');
        const path = textField(ref, 'fieldPath');
        if (!isSet(ref, 'fieldPath') || !path.startsWith('metadata') || isMetadataPath(path)) continue;
        const [, map, key] = /^metadata\.(labels|annotations)[./](.+)$/.exec(path) ?? [];
        context.report(
          pointer(at, 'args', index, 'valueFrom', 'fieldRef', 'fieldPath'),
          `${path} is no field of the metadata that can be read`,
          {
            received: path,
            expected: `metadata.name, metadata.namespace, metadata.uid, metadata.labels['key'] or metadata.annotations['key']`,
            fix: map ? `write metadata.${map}['${key}']` : 'write one of these paths',
          },
        );
      }
    }
  },
});
