import { expansionOf } from '../../../expansion/expansions';
import { defineRule } from '../../rule';
import { exampleApplicationSet, exampleTemplate, GO_TEMPLATE } from './example-application-set';
import { listed } from './generated';

/** Finds parameters that a merge drops. */
export const mergeFits = defineRule({
  id: 'appsets/merge-fits',
  severity: 'warning',
  kinds: ['argoproj.io/ApplicationSet'],
  since: '0.1.0',
  implements: [],
  title: 'what a merge adds belongs to something that its first generator gives',
  rationale: 'The first generator of a merge says what Applications there are. Parameters of the others whose merge keys fit none of its sets '
    + 'are dropped without a word, so what they were meant to change stays as it was.',
  bad: example('prodution'),
  good: example('production'),
  check(entry, context) {
    const byGenerator = new Map<string, string[]>();
    for (const { pointer, keys } of expansionOf(entry, context.manifests).unused) {
      byGenerator.set(pointer, [...byGenerator.get(pointer) ?? [], keys]);
    }
    for (const [pointer, keys] of byGenerator) {
      context.report(pointer, `the merge drops what this generator says for ${listed(keys)}, as the first generator gives nothing of the kind`, {
        fix: 'write the values of the merge keys as the first generator gives them, or take the set out',
      });
    }
  },
});

function example(env: string): string {
  return exampleApplicationSet(`${GO_TEMPLATE}
generators:
  - merge:
      mergeKeys:
        - env
      generators:
        - list:
            elements:
              - { env: staging, replicas: 1 }
              - { env: production, replicas: 1 }
        - list:
            elements:
              - { env: ${env}, replicas: 3 }
${exampleTemplate("'web-{{ .env }}'")}`);
}
