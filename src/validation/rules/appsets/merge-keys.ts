import { defineRule } from '../../rule';
import { exampleApplicationSet, exampleTemplate, GO_TEMPLATE } from './example-application-set';
import { generatorsOf, usesGoTemplate } from './generator-entries';

/** Finds merges whose keys find nothing. */
export const mergeKeys = defineRule({
  id: 'appsets/merge-keys',
  severity: 'error',
  kinds: ['argoproj.io/ApplicationSet'],
  since: '0.1.0',
  implements: ['CD-156'],
  title: 'the keys of a merge are parameters at the top',
  rationale: 'Sets of parameters are joined where their merge keys are equal. With Go templates, parameters are nested and a key is '
    + 'looked up at the top only: values.env is not found, counts as null in every set, and two sets that are equal are an error.',
  bad: exampleApplicationSet(`${GO_TEMPLATE}
${merge('values.env', '{ values: { env: staging } }')}
${exampleTemplate("'web-{{ .values.env }}'")}`),
  good: exampleApplicationSet(`${GO_TEMPLATE}
${merge('env', '{ env: staging }')}
${exampleTemplate("'web-{{ .env }}'")}`),
  check(entry, context) {
    for (const merge of generatorsOf(entry, 'merge')) {
      const keys = merge.at('mergeKeys');
      if (Array.isArray(keys.value) && keys.items.length === 0) {
        context.report(keys.pointer, 'a merge without keys does not know which sets belong together', { fix: 'name a parameter, such as name or server' });
      }
      if (!usesGoTemplate(entry)) continue;
      for (const key of keys.items) {
        if (!/^[^.{}]+(\.[^.{}]+)+$/.test(key.text)) continue;
        context.report(key.pointer, `with goTemplate no parameter is called ${key.text}: merge keys do not look into nested ones`, {
          received: key.text,
          expected: 'a parameter at the top, such as name',
          fix: `give each element a parameter ${key.text.split('.').at(-1)!} of its own, and merge by it`,
        });
      }
    }
  },
});

function merge(key: string, element: string): string {
  return `generators:
  - merge:
      mergeKeys:
        - ${key}
      generators:
        - list:
            elements:
              - ${element}
        - list:
            elements:
              - ${element}`;
}
