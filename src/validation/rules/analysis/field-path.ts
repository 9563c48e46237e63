import { isJsonObject, type JsonValue } from '../../../manifests/json';
import type { Manifest } from '../../../manifests/manifest';
import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { objectField, objectsField, textField } from '../rollouts/fields';
import { ROLLOUT } from '../rollouts/rollout-strategy';
import { exampleStepAnalysis, exampleTemplate } from './example-analysis';
import { rolloutAnalyses } from './rollout-analyses';

const TEMPLATE = exampleTemplate({ args: '    - name: image' });

/** An argument that is read from this field. */
function fieldExample(path: string): string {
  return exampleStepAnalysis(`
templates:
  - templateName: smoke
args:
  - name: image
    valueFrom:
      fieldRef:
        fieldPath: ${path}
`, TEMPLATE);
}

/** Why the controller could not read a path into spec or status, and what to write. Fields that may be set later are left alone. */
function pathProblem(path: string, manifest: Manifest): { readonly what: string; readonly fix: string } | undefined {
  const quoted = /['"]([^'"]*)['"]/.exec(path)?.[1];
  if (quoted?.includes('.')) return { what: 'has a key with dots, which cannot be addressed there', fix: 'read a label or annotation of the Rollout itself' };
  if (quoted !== undefined) return { what: 'has quotes, which are taken for a part of the key', fix: `write ${path.replace(/\[['"]([^'"]*)['"]\]/g, '.$1')}` };
  const sections = path.split(/[.[\]]+/).filter((section) => section !== '');
  if (!['spec', 'status', 'kind', 'apiVersion'].includes(sections[0] ?? '')) {
    return { what: 'starts at no field of a Rollout', fix: 'start at metadata, spec or status' };
  }
  const value = sections.reduce<JsonValue | undefined>(walk, manifest);
  if ((value === undefined || value === null) && !mayBeSetLater(sections, manifest)) {
    return { what: 'leads to no field that the Rollout has', fix: 'write the path of a field that is there, or give the field a value' };
  }
  return typeof value === 'object' && value !== null
    ? { what: `leads to ${Array.isArray(value) ? 'a list' : 'an object'}, and an argument is text`, fix: 'go on to a text or a number' }
    : undefined;
}

/** Whether a controller, an autoscaler or a default may fill in a field that the manifest does not have. */
function mayBeSetLater([root, field, ...below]: readonly string[], manifest: Manifest): boolean {
  if (root !== 'spec' || field === 'replicas' || field === 'restartAt' || field === 'paused') return true;
  const ownPods = !isJsonObject(manifest.spec) || manifest.spec.workloadRef === undefined || manifest.spec.workloadRef === null;
  return field === 'template' || field === 'selector' ? !ownPods || below.some((section) => section === 'metadata' || section === 'protocol') : false;
}

function walk(value: JsonValue | undefined, section: string): JsonValue | undefined {
  if (Array.isArray(value)) return (value as readonly JsonValue[])[Number(section)];
  return isJsonObject(value) && Object.hasOwn(value, section) ? value[section] : undefined;
}

/** Finds arguments that are read from a place in the Rollout where nothing can be read. */
export const fieldPath = defineRule({
  id: 'analysis/field-path',
  severity: 'error',
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: [],
  title: 'an argument from the spec or the status names a value that can be read',
  rationale: 'Outside of the metadata the controller splits a path at dots and brackets and follows it to a text or a number. It checks '
    + 'the path only when the analysis starts: the analysis never does, and the release stays where it is.',
  bad: fieldExample('spec.template.spec.containers'),
  good: fieldExample('spec.template.spec.containers[0].image'),
  check(entry, context) {
    for (const { analysis, pointer: at } of rolloutAnalyses(entry.manifest)) {
      for (const [index, arg] of objectsField(analysis, 'args')) {
        const path = textField(objectField(objectField(arg, 'valueFrom'), 'fieldRef'), 'fieldPath');
        const problem = path === '' || path.startsWith('metadata') ? undefined : pathProblem(path, entry.manifest);
        if (!problem) continue;
        context.report(pointer(at, 'args', index, 'valueFrom', 'fieldRef', 'fieldPath'), `the path ${path} ${problem.what}`, {
          received: path, expected: 'a path such as spec.template.spec.containers[0].image', fix: problem.fix,
        });
      }
    }
  },
});
