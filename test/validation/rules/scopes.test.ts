import type { ManifestEntry } from '../../../src/manifests/manifest-set';
import { PASS_RULES, RULES } from '../../../src/validation/rules';
import { DEFAULT_TARGETS } from '../../../src/validation/targets';
import { exampleManifests } from '../../../tools/docs/example-manifests';

const SETS = [...RULES, ...PASS_RULES].flatMap((rule) =>
  [rule.bad, rule.good].flatMap((yaml) => (yaml === undefined ? [] : [exampleManifests(yaml, rule)])));
const SCOPED = RULES.filter((rule) => rule.scope);

function kindOf({ id }: ManifestEntry): string {
  return id.group ? `${id.group}/${id.kind}` : id.kind;
}

// A scope only spares the rule a look: the examples of all rules are the objects that are out of it.
test.each(SCOPED.map((rule) => [rule.id, rule] as const))('%s finds nothing in objects out of its scope', (_id, rule) => {
  for (const manifests of SETS) {
    for (const entry of manifests.entries) {
      if (rule.scope!(entry) || !(rule.kinds.includes('*') || rule.kinds.includes(kindOf(entry)))) continue;
      const messages: string[] = [];
      rule.check(entry, { manifests, targets: DEFAULT_TARGETS, report: (_pointer, message) => messages.push(message) });
      expect(messages).toEqual([]);
    }
  }
});

test('many rules have one', () => {
  expect(SCOPED.length).toBeGreaterThan(100);
});
