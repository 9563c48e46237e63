import type { ManifestEntry, ManifestSet } from '../../manifests/manifest-set';
import type { Pointer } from '../../manifests/pointer';
import type { Finding, FindingDetails } from '../finding';
import { forgetReadings } from '../readings';
import type { Rule, RuleContext, Scope } from '../rule';
import type { Targets } from '../targets';

/** What the rules are run with. */
export interface RulePass {
  readonly manifests: ManifestSet;
  /** The objects of it that are judged. */
  readonly about: Iterable<ManifestEntry>;
  readonly targets: Targets;
  readonly rules: readonly Rule[];
  /** Objects whose shape the schema refuses: a rule may stumble over them. */
  readonly malformed: ReadonlySet<ManifestEntry>;
  /** Whether the set is all there is. */
  readonly complete: boolean;
  /** Told how many objects are through. */
  readonly onStretch?: (done: number) => void;
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
  let done = 0;
  for (const [kind, entries] of byKind(pass.about)) {
    const groups = groupsFor(kind, pass.rules);
    for (let start = 0; start < entries.length; start += STRETCH) {
      const stretch = entries.slice(start, start + STRETCH);
      pass.onStretch?.(done);
      done += stretch.length;
      for (const { scope, rules } of groups) {
        const concerned = scope ? stretch.filter(scope) : stretch;
        if (concerned.length === 0) continue;
        for (const rule of rules) {
          for (const entry of concerned) run.check(rule, entry);
        }
      }
      forgetReadings();
    }
  }
  return run.findings;
}

/** The objects by group and kind, as rules name them. */
function byKind(entries: Iterable<ManifestEntry>): Map<string, ManifestEntry[]> {
  const found = new Map<string, ManifestEntry[]>();
  for (const entry of entries) {
    const { group, kind } = entry.id;
    const name = group ? `${group}/${kind}` : kind;
    const list = found.get(name);
    if (list) list.push(entry);
    else found.set(name, [entry]);
  }
  return found;
}

/** The rules of a kind that look at the same objects of it. */
interface RuleGroup {
  readonly scope: Scope | undefined;
  readonly rules: Rule[];
}

/** Which rules look at a kind, found once for every list of rules. */
const known = new WeakMap<readonly Rule[], Map<string, readonly RuleGroup[]>>();

function groupsFor(kind: string, rules: readonly Rule[]): readonly RuleGroup[] {
  let byName = known.get(rules);
  if (!byName) known.set(rules, byName = new Map<string, readonly RuleGroup[]>());
  let groups = byName.get(kind);
  if (!groups) byName.set(kind, groups = grouped(rules.filter((rule) => rule.kinds.includes('*') || rule.kinds.includes(kind))));
  return groups;
}

function grouped(rules: readonly Rule[]): readonly RuleGroup[] {
  const groups = new Map<Scope | undefined, RuleGroup>();
  for (const rule of rules) {
    const group = groups.get(rule.scope) ?? { scope: rule.scope, rules: [] };
    group.rules.push(rule);
    groups.set(rule.scope, group);
  }
  return [...groups.values()];
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
        isDefect: true,
        fix: `this is a defect of rule ${rule.id}, not of the object. report it; acknowledge the rule here to go on without it`,
      });
    }
  }

  public report(pointer: Pointer, message: string, details?: FindingDetails): void {
    const { rule, entry } = this;
    if (!rule || !entry) throw new Error('a rule can only report while it checks an object');
    const misses = rule.needsCompleteSet === true || details?.misses === true;
    const severity = misses && !this.pass.complete && rule.severity === 'error' ? 'warning' : rule.severity;
    this.findings.push({ rule: rule.id, severity, entry, pointer, message, ...details });
  }
}
