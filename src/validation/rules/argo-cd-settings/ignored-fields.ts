import { pointerProblem, type PointerProblem } from '../../../languages/ignored-pointers';
import { readYaml } from '../../../languages/yaml-text';
import { isJsonObject } from '../../../manifests/json';
import { defineRule } from '../../rule';
import { ofArgoCd } from '../scopes';
import { exampleConfig } from './config-maps';
import { customizationsIn, customizationsMap } from './customization';

const TYPES = ['ignoreDifferences', 'ignoreResourceUpdates'];

const example = (pointer: string): string => exampleConfig(`resource.customizations.ignoreDifferences.apps_Deployment: "jsonPointers: [${pointer}]"`);

/** Finds customizations that ignore nothing. */
export const ignoredFields = defineRule({
  id: 'argo-cd-settings/ignored-fields',
  severity: 'warning',
  kinds: ['ConfigMap'],
  scope: ofArgoCd,
  since: '0.1.0',
  implements: ['CD-095'],
  title: 'fields that argocd-cm ignores are such as objects have',
  rationale: 'Argo CD passes over a JSON pointer that leads to no field, and says nothing: the difference that it should hide stays, for every Application. A '
    + 'pointer has no wildcards, and a slash in the key of an annotation is written ~1.',
  bad: example('/metadata/annotations/example.com/owner'),
  good: example('/metadata/annotations/example.com~1owner'),
  check(entry, context) {
    const ofMap = customizationsMap(entry).flatMap(({ key, override, pointer }) =>
      TYPES.map((type) => ({ type, kind: key, value: override[type], pointer })));
    for (const { type, kind, value: text, pointer } of [...customizationsIn(entry), ...ofMap]) {
      if (!TYPES.includes(type) || typeof text !== 'string') continue;
      const { value } = readYaml(text);
      if (!isJsonObject(value)) continue;
      if (/^[A-Z]\w*$/.test(kind) && Array.isArray(value.managedFieldsManagers) && value.managedFieldsManagers.length > 0) {
        context.report(pointer, `${type} of ${kind}: Argo CD looks for managers of the core group behind an empty group, so it never finds these`, {
          received: kind, fix: `write ${pointer.endsWith('/resource.customizations') ? '/' : '_'}${kind}`,
        });
      }
      for (const path of Array.isArray(value.jsonPointers) ? value.jsonPointers : []) {
        const problem = typeof path === 'string' ? problemWith(path) : undefined;
        if (problem) context.report(pointer, `${type} of ${kind}: ${problem.message}`, { received: String(path), fix: problem.fix });
      }
    }
  },
});

function problemWith(path: string): PointerProblem | undefined {
  if (!path.split('/').includes('*')) return pointerProblem(path);
  return { message: 'a JSON pointer has no wildcards, so this matches only a field that is called "*"', fix: 'use jqPathExpressions, with []? for each wildcard' };
}
