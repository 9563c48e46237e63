import { loadAll, CORE_SCHEMA } from 'js-yaml';
import type { Manifest } from '../../../../src/manifests/manifest';
import { ManifestSet } from '../../../../src/manifests/manifest-set';
import type { FindingDetails } from '../../../../src/validation/finding';
import type { Rule } from '../../../../src/validation/rule';
import { DEFAULT_TARGETS } from '../../../../src/validation/targets';

/** What a rule said about one object. */
export interface Reported extends FindingDetails {
  readonly object: string;
  readonly pointer: string;
  readonly message: string;
}

/** Runs one rule over manifests in YAML, all in one unit, without a namespace unless one is given. */
export function runRule(rule: Rule, yaml: string, namespace = ''): Reported[] {
  const unit = { id: 'test', namespace, destination: { cluster: '' } };
  const manifests = new ManifestSet();
  for (const manifest of loadAll(yaml, undefined, { schema: CORE_SCHEMA })) manifests.add(unit, manifest as Manifest);
  const reported: Reported[] = [];
  for (const entry of manifests.entries) {
    const kind = entry.id.group ? `${entry.id.group}/${entry.id.kind}` : entry.id.kind;
    if (!rule.kinds.includes(kind) && !rule.kinds.includes('*')) continue;
    rule.check(entry, {
      manifests,
      targets: DEFAULT_TARGETS,
      report: (pointer, message, details = {}) =>
        reported.push({ object: `${entry.id.kind}/${entry.id.name}`, pointer, message, ...details }),
    });
  }
  return reported;
}

/** The pointers a rule reports to, in order. */
export function pointersOf(rule: Rule, yaml: string): string[] {
  return runRule(rule, yaml).map((finding) => finding.pointer);
}
