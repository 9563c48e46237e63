import { groupOf } from '../../manifests/manifest';
import type { ManifestEntry, ManifestSet } from '../../manifests/manifest-set';
import type { Pointer } from '../../manifests/pointer';
import type { Finding, FindingDetails } from '../finding';
import { forgetReadings } from '../readings';
import type { Rule, RuleContext } from '../rule';
import type { Targets } from '../targets';

/** What the rules are run with. */
export interface RulePass {
  readonly manifests: ManifestSet;
  readonly targets: Targets;
  readonly rules: readonly Rule[];
  /** Objects whose shape the schema refuses: a rule may stumble over them. */
  readonly malformed: ReadonlySet<ManifestEntry>;
  /** Whether the set is all there is. */
  readonly complete: boolean;
}

/**
 * How many objects of a kind a rule is shown at a stretch. One rule over many objects keeps the processor's caches and the compiled
 * code warm; too many objects, and what the rule before has read is out of the cache again.
 */
const STRETCH = 128;

/** Shows each object to the rules of its kind, and to no other, so that the cost grows with the objects alone. */
export function runRules(pass: RulePass): Finding[] {
  const run = new RuleRun(pass);
  forgetReadings();
  for (const { rules, entries } of byKind(pass)) {
    for (let start = 0; start < entries.length; start += STRETCH) {
      const stretch = entries.slice(start, start + STRETCH);
      for (const rule of rules) {
        for (const entry of stretch) run.check(rule, entry);
      }
      forgetReadings();
    }
  }
  return run.findings;
}

interface KindPlan {
  readonly rules: readonly Rule[];
  readonly entries: ManifestEntry[];
}

function byKind({ manifests, rules }: RulePass): Iterable<KindPlan> {
  const plans = new Map<string, KindPlan>();
  for (const entry of manifests.entries) {
    const { apiVersion, kind } = entry.manifest;
    const key = `${apiVersion}\n${kind}`;
    let plan = plans.get(key);
    if (!plan) plans.set(key, plan = { rules: rulesFor(rules, groupOf(apiVersion), kind), entries: [] });
    plan.entries.push(entry);
  }
  return plans.values();
}

/** Which rules look at a kind, found once for every list of rules. */
const selections = new WeakMap<readonly Rule[], Map<string, readonly Rule[]>>();

function rulesFor(rules: readonly Rule[], group: string, kind: string): readonly Rule[] {
  const name = group ? `${group}/${kind}` : kind;
  let byName = selections.get(rules);
  if (!byName) selections.set(rules, byName = new Map<string, readonly Rule[]>());
  let selection = byName.get(name);
  if (!selection) byName.set(name, selection = rules.filter((rule) => rule.kinds.includes('*') || rule.kinds.includes(name)));
  return selection;
}

/** One context for all rules and objects: it knows what is under check, so nothing is allocated for an object that is right. */
class RuleRun implements RuleContext {
  public readonly findings: Finding[] = [];
  private rule?: Rule;
  private entry?: ManifestEntry;

  public constructor(private readonly pass: RulePass) {}

  public get manifests(): ManifestSet {
    return this.pass.manifests;
  }

  public get targets(): Targets {
    return this.pass.targets;
  }

  public check(rule: Rule, entry: ManifestEntry): void {
    this.rule = rule;
    this.entry = entry;
    try {
      rule.check(entry, this);
    } catch (error) {
      // The schema has already said what is wrong with it.
      if (this.pass.malformed.has(entry)) return;
      this.findings.push({
        rule: rule.id,
        severity: 'error',
        entry,
        pointer: '',
        message: `the rule itself failed: ${error instanceof Error ? error.message : String(error)}`,
        fix: `this is a defect of rule ${rule.id}, not of the object. report it; acknowledge the rule here to go on without it`,
      });
    }
  }

  public report(pointer: Pointer, message: string, details?: FindingDetails): void {
    const { rule, entry } = this;
    if (!rule || !entry) throw new Error('a rule can only report while it checks an object');
    const severity = rule.needsCompleteSet && !this.pass.complete && rule.severity === 'error' ? 'warning' : rule.severity;
    this.findings.push({ rule: rule.id, severity, entry, pointer, message, ...details });
  }
}
