import type { JsonObject } from '../../../manifests/json';
import type { ManifestEntry, ManifestSet } from '../../../manifests/manifest-set';
import { pointer } from '../../../manifests/pointer';
import { readOnce } from '../../readings';
import { defineRule } from '../../rule';
import { isSet, objectField, objectsField, textField } from '../rollouts/fields';
import { specOf } from '../rollouts/rollout-strategy';
import { exampleProvider, exampleTemplate } from './example-analysis';
import { templateNames } from './rollout-analyses';
import { flattenTemplates } from './template-flattening';
import { placeholdersIn, TEMPLATE_KINDS } from './template-metrics';

/** A template with the argument `token`, whose metric sends this. */
function tokenExample(text: string): string {
  return exampleTemplate({
    args: '    - name: token\n      valueFrom:\n        secretKeyRef:\n          name: status\n          key: token',
    metrics: exampleProvider(`web:
  url: http://web-status.shop.svc.cluster.local/status
  headers:
    - key: x-caller
      value: "${text}"
  jsonPath: "{$.status}"`, { name: 'status', fields: ['successCondition: result == "ok"'] }),
  });
}

/** Finds arguments that nothing is made of. */
export const argsUsed = defineRule({
  id: 'analysis/args-used',
  severity: 'warning',
  kinds: TEMPLATE_KINDS,
  since: '0.1.0',
  implements: [],
  title: 'a metric uses each argument that has to be there',
  rationale: 'An argument without a default has to be passed, and one from a Secret has to be read, whether a metric uses it or not: '
    + 'without the value the Rollout is InvalidSpec, without the Secret the run ends in Error and the release is aborted. Arguments '
    + 'with a default do no harm.',
  bad: tokenExample('shop'),
  good: tokenExample('{{args.token}}'),
  check(entry, context) {
    const spec = specOf(entry.manifest) ?? {};
    const args = objectsField(spec, 'args').filter(([, arg]) => !isSet(arg, 'value') && textField(arg, 'name') !== '');
    if (args.length === 0) return;
    const used = usedNames(entry, context.manifests);
    const declared = new Set(objectsField(spec, 'args').map(([, arg]) => textField(arg, 'name')));
    // A misspelt name is the reason for another that is not used, and said already.
    if (!used || [...namesIn(spec)].some((name) => !declared.has(name))) return;
    for (const [index, arg] of args) {
      const name = textField(arg, 'name');
      if (used.has(name)) continue;
      const secret = textField(objectField(objectField(arg, 'valueFrom'), 'secretKeyRef'), 'name');
      context.report(pointer('/spec/args', index), `no metric uses the argument ${name}, which ${secret ? `is read from the Secret ${secret} all the same` : 'has to be passed all the same'}`, {
        received: name, expected: `{{args.${name}}} in a metric`, fix: 'remove the argument, or use it',
      });
    }
  },
});

/** Arguments that stand in this template and those that it nests. Undefined when one of them is made elsewhere. */
function usedNames(entry: ManifestEntry, manifests: ManifestSet): Set<string> | undefined {
  const spec = specOf(entry.manifest) ?? {};
  const nested = flattenTemplates(entry, { role: 'step', pointer: '', analysis: spec, templates: templateNames(spec, '/spec') }, manifests);
  if (!nested.complete) return undefined;
  return new Set([spec, ...nested.templates.map((template) => template.spec)].flatMap((some) => [...namesIn(some)]));
}

/** Arguments that stand anywhere in the spec of a template. */
const namesIn = readOnce((spec: JsonObject): ReadonlySet<string> =>
  new Set(placeholdersIn(spec, '').flatMap(({ tag }) => /^args\.(.+)$/.exec(tag)?.[1] ?? [])));
