import { patched } from '../../../expansion/template-patch';
import { readYaml } from '../../../languages/yaml-text';
import { isJsonObject, type JsonValue } from '../../../manifests/json';
import { Place } from '../../../manifests/references/place';
import { defineRule } from '../../rule';
import { exampleApplicationSet, exampleList, exampleTemplate, GO_TEMPLATE } from './example-application-set';
import { usesGoTemplate } from './generator-entries';

/** Finds patches of templates that fit no Application, or do nothing. */
export const templatePatch = defineRule({
  id: 'appsets/template-patch',
  severity: 'error',
  kinds: ['argoproj.io/ApplicationSet'],
  since: '0.1.0',
  implements: ['CD-179'],
  title: 'the patch of a template fits an Application',
  rationale: 'A patch that is no YAML, or no Application, stops the whole set. The project of a patch is ignored. Without goTemplate '
    + 'there is no if or range in it. Lists replace those of the template, but for finalizers.',
  bad: exampleApplicationSet(`${GO_TEMPLATE}
${exampleList('{ app: web }')}
${exampleTemplate("'{{ .app }}'")}
templatePatch: |
  spec:
    syncPolicy: automated`),
  good: exampleApplicationSet(`${GO_TEMPLATE}
${exampleList('{ app: web }')}
${exampleTemplate("'{{ .app }}'")}
templatePatch: |
  spec:
    syncPolicy:
      automated:
        prune: true`),
  check(entry, context) {
    const patch = Place.root(entry.manifest).at('spec', 'templatePatch');
    if (patch.text === '') return;
    const isGo = usesGoTemplate(entry);
    if (!isGo && /\{\{-?\s*(if|range|with|else|end)\b/.test(patch.text)) {
      context.report(patch.pointer, 'the patch has an if, range or with, which stay as they are without goTemplate', { fix: 'write goTemplate: true' });
      return;
    }
    if (!patch.text.includes('{{')) {
      // Filled in ones are looked at once they are.
      const result = patched({}, patch.text);
      if ('problem' in result) {
        context.report(patch.pointer, `the patch fits no Application: ${result.problem}`, {});
        return;
      }
    }
    if (patch.text.includes('project') && projectIn(patch.text)) {
      context.report(patch.pointer, 'the project of a patch is ignored', { fix: 'write the project in the template' });
    }
  },
});

// Parameters are taken for values, and what is in an if or a range for what is there.
function projectIn(text: string): boolean {
  const plain = text.replace(/\{\{-?\s*(?:if|else|end|range|with|\$|\/\*)[^]*?\}\}/g, '').replace(/\{\{[^]*?\}\}/g, 'x');
  const value = readYaml(plain).value as JsonValue | undefined;
  return isJsonObject(value) && isJsonObject(value.spec) && value.spec.project !== undefined;
}
