import { readYaml } from '../../../languages/yaml-text';
import { isJsonObject } from '../../../manifests/json';
import type { Place } from '../../../manifests/references/place';
import { defineRule, type RuleContext } from '../../rule';
import { nearest } from '../../schema/similar-name';
import { APPLICATION_KINDS, literalOf, sourcesOf } from './application-spec';
import { exampleSource } from './example-application';

/** Finds patches that Kustomize refuses. */
export const kustomizePatches = defineRule({
  id: 'apps/kustomize-patches',
  severity: 'error',
  kinds: APPLICATION_KINDS,
  since: '0.1.0',
  implements: ['CD-066'],
  title: 'patches are ones that Kustomize can apply',
  rationale:
    'A patch stands in the Application or in a file, not in both. A JSON patch is a list of add, remove, replace, move, copy and test, and names no '
    + 'object, so it needs a target. Otherwise nothing is rendered, and the Application shows a ComparisonError.',
  bad: example(''),
  good: example(`
      target:
        kind: Deployment`),
  check(entry, context) {
    for (const source of sourcesOf(entry)) {
      for (const patch of source.at('kustomize', 'patches').items) {
        const isThere = ['patch', 'path'].filter((field) => patch.at(field).text.trim() !== '');
        if (isThere.length !== 1) {
          context.report(patch.pointer, isThere.length === 0 ? 'there is nothing to patch with' : 'the patch stands here and in a file', { expected: 'one of patch and path' });
        } else {
          checkPatch(patch, context);
        }
      }
    }
  },
});

const OPERATIONS = ['add', 'copy', 'move', 'remove', 'replace', 'test'];

function checkPatch(patch: Place, context: RuleContext): void {
  const place = patch.at('patch');
  const text = literalOf(place);
  if (text === '') return;
  const { value, problem } = readYaml(text);
  if (problem !== undefined) {
    if (/unknown tag|single document/.test(problem)) return;
    context.report(place.pointer, `the patch cannot be read: ${problem}`, { received: firstLine(text), expected: 'YAML of a part of an object, or a list of operations' });
    return;
  }
  if (!Array.isArray(value)) return;
  if (!patch.at('target').exists) {
    context.report(patch.pointer, 'a JSON patch names no object, and there is no target', { fix: 'add a target, such as target: { kind: Deployment, name: web }' });
  }
  for (const [i, operation] of value.entries()) {
    const op: unknown = isJsonObject(operation) ? operation.op : undefined;
    if (typeof op === 'string' && OPERATIONS.includes(op)) continue;
    const near = typeof op === 'string' ? nearest(op, OPERATIONS) : undefined;
    context.report(place.pointer, `operation ${i + 1} of the patch is none of JSON patches`, {
      received: typeof op === 'string' ? op : 'no op', expected: OPERATIONS.join(', '), fix: near && `did you mean ${near}?`,
    });
  }
}

function firstLine(text: string): string {
  return text.trim().split('\n')[0]!.slice(0, 60);
}

function example(target: string): string {
  return exampleSource(`
path: overlays/production
kustomize:
  patches:
    - patch: |
        - op: replace
          path: /spec/replicas
          value: 3${target}`);
}
