import type { ClusterFacts } from '../manifests/cluster-facts';
import type { ManifestEntry, ManifestSet } from '../manifests/manifest-set';
import type { Pointer } from '../manifests/pointer';
import type { RepositoryFacts } from '../manifests/repository-facts';
import type { FindingDetails, Severity } from './finding';
import type { Targets } from './targets';

/** What a rule may look at beside its object, and where it reports to. */
export interface RuleContext {
  /** Every object of the synth. */
  readonly manifests: ManifestSet;
  readonly targets: Targets;
  /** Reports a finding about the object under check. */
  report(pointer: Pointer, message: string, details?: FindingDetails): void;
}

/** What is said about a rule: its docs page, its test and its entry in reports derive from it. */
export interface RuleDescription {
  /** Folder and file name, such as `rollouts/weight-in-range`. Never changes once released. */
  readonly id: string;
  readonly severity: Severity;
  /** First release that has it. */
  readonly since: string;
  /** Upstream checks that it stands for. */
  readonly implements: readonly string[];
  /** Lower case, says what is right: `every analysis argument without a default gets a value`. */
  readonly title: string;
  /** Two or three sentences: what the cluster would do. */
  readonly rationale: string;
  /**
   * Says that the rule misses an object. In an incomplete set (some files of a folder) its errors are warnings,
   * as the object may be in the rest.
   */
  readonly needsCompleteSet?: boolean;
  /**
   * Holds what an object says against the rest of it, so it says nothing of an object of which only a part is known: a patch, one of
   * several files of values. What is reported at a place that nobody wrote is left out there for every rule.
   * @default false
   */
  readonly needsWholeObject?: boolean;
  /**
   * A matter of taste, or of how much a team wants to harden: it runs in the profile `strict` alone.
   * @default false
   */
  readonly strict?: boolean;
  /**
   * The clusters that are declared where the examples are.
   * @default - nobody has declared any
   */
  readonly exampleClusters?: readonly ClusterFacts[];
  /**
   * The repositories that the examples are committed to.
   * @default - nobody has said
   */
  readonly exampleRepositories?: readonly RepositoryFacts[];
  /**
   * Files that are written beside the manifests of the examples: their contents by their paths.
   * @default - none
   */
  readonly exampleFiles?: Readonly<Record<string, string>>;
}

/** Tells whether an object has what some rules look at. Cheap, as every object is asked. */
export type Scope = (entry: ManifestEntry) => boolean;

/** A rule is one value in one file. It is shown each object of its kinds and reports what is wrong. */
export interface Rule extends RuleDescription {
  /** `group/kind` of the objects it looks at, the bare kind for the core group; `*` for every object. */
  readonly kinds: readonly string[];
  /**
   * Which objects of its kinds have what it looks at. It says nothing of the others anyway; rules that share a scope are passed over
   * together, which is what makes many rules cheap.
   * @default - all of them
   */
  readonly scope?: Scope;
  /** Manifests (YAML) that give exactly one finding, this one. */
  readonly bad: string;
  /** Manifests (YAML) that give none. */
  readonly good: string;
  check(entry: ManifestEntry, context: RuleContext): void;
}

/** What a pass over the whole set finds, such as duplicates or fields that the schema does not know: documented as a rule is. */
export interface PassRule extends RuleDescription {
  /** Manifests (YAML) that give exactly one finding, this one. Absent where manifests alone cannot show it. */
  readonly bad?: string;
  /** Manifests (YAML) that give none. */
  readonly good?: string;
}

/** Gives a rule its type where it is written. */
export function defineRule(rule: Rule): Rule {
  return rule;
}

/** Gives the description of a pass its type where it is written. */
export function definePassRule(rule: PassRule): PassRule {
  return rule;
}
