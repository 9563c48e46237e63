import { loadAll } from 'js-yaml';
import type { JsonValue } from '../../../../src/manifests/json';
import type { Manifest } from '../../../../src/manifests/manifest';
import { ManifestSet } from '../../../../src/manifests/manifest-set';
import type { Rule } from '../../../../src/validation/rule';
import { PODS_RULES } from '../../../../src/validation/rules/pods';
import { PRACTICES_RULES } from '../../../../src/validation/rules/practices';
import { serviceAccountExists } from '../../../../src/validation/rules/references/service-account-exists';
import { DEFAULT_TARGETS } from '../../../../src/validation/targets';

const JUNK: readonly JsonValue[] = [null, true, 7, 'x', [], {}, [null], [[]]];

/** The value with each of its parts, one at a time, replaced by junk. */
function* broken(value: JsonValue): Generator<JsonValue> {
  yield* JUNK;
  if (Array.isArray(value)) {
    for (const [index, item] of (value as readonly JsonValue[]).entries()) {
      for (const junk of broken(item)) yield value.map((other: JsonValue, at) => (at === index ? junk : other));
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value as Readonly<Record<string, JsonValue>>)) {
      for (const junk of broken(item)) yield { ...value, [key]: junk };
    }
  }
}

function check(rule: Rule, documents: readonly Manifest[]): void {
  const set = new ManifestSet();
  for (const document of documents) set.add({ id: 'web', namespace: 'shop', destination: { cluster: '' } }, document);
  for (const entry of set.entries) {
    const kind = entry.id.group ? `${entry.id.group}/${entry.id.kind}` : entry.id.kind;
    if (rule.kinds.includes(kind)) rule.check(entry, { manifests: set, targets: DEFAULT_TARGETS, report: () => undefined });
  }
}

// What a person has written may have any shape; the schema says so, and a rule reads on.
test.each([...PODS_RULES, ...PRACTICES_RULES, serviceAccountExists])('$id reads any shape', (rule) => {
  for (const example of [rule.bad, rule.good]) {
    const documents = loadAll(example) as Manifest[];
    for (const [index, document] of documents.entries()) {
      for (const spec of broken((document.spec ?? document.data) as JsonValue)) {
        const changed = { ...document, [document.spec ? 'spec' : 'data']: spec };
        expect(() => check(rule, documents.map((other, at) => (at === index ? changed : other)))).not.toThrow();
      }
    }
  }
});
