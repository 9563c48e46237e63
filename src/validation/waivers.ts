import { describe, type ObjectId } from '../manifests/manifest';
import type { Provenance } from '../manifests/provenance';
import { annotationProblem } from './acknowledgement';
import { type Finding, objectsOf, provenanceOf } from './finding';
import type { PassRule } from './rule';
import { renders } from './rules/constructs/renders';
import { valid } from './rules/constructs/valid';
import { unique } from './rules/manifests/unique';
import { expired } from './rules/waivers/expired';
import { knownRule } from './rules/waivers/known-rule';
import { stale } from './rules/waivers/stale';
import { nearest } from './schema/similar-name';

/** Which objects a waiver is about: those of a construct and what is below it, or one object. */
export type WaiverScope =
  /** Path of a construct, `''` for the whole app. */
  | { readonly constructPath: string }
  | { readonly object: Pick<ObjectId, 'kind' | 'name'> & Partial<ObjectId> }
  /** What a command line was told: in some files, or one object of many that have its name. */
  | { readonly matches: (finding: Finding) => boolean; readonly text: string };

/** What a waiver says. */
export interface WaiverProps {
  /** Id of the rule, such as `rollouts/weight-in-range`. */
  readonly rule: string;
  /** Why it is right here. For the reader of the code and of the report. */
  readonly reason: string;
  /**
   * The last day on which it holds, `YYYY-MM-DD` in UTC.
   *
   * @default - it holds for ever, and no clock is read
   */
  readonly until?: string;
  readonly scope: WaiverScope;
  /**
   * Whether the objects say it too, in an annotation.
   *
   * @default false
   */
  readonly annotate?: boolean;
  /**
   * Where it was written, for messages about the waiver itself.
   *
   * @default - the construct of the scope
   */
  readonly origin?: Provenance;
}

/** Somebody answers for the findings of one rule on some objects. They are listed as waived and stop nothing. */
export class Waiver {
  public readonly rule: string;
  public readonly reason: string;
  public readonly until?: string;
  public readonly scope: WaiverScope;
  public readonly annotate: boolean;
  public readonly origin?: Provenance;

  public constructor(props: WaiverProps) {
    if (!/[\p{L}\p{N}]/u.test(props.reason)) {
      throw new Error(`the acknowledgement of ${props.rule} gives no reason. say why it is right here`);
    }
    if (!isWaivable(props.rule)) {
      throw new Error(`${props.rule} cannot be acknowledged. remove what it reports`);
    }
    if (props.until !== undefined && !isDate(props.until)) {
      throw new Error(`the acknowledgement of ${props.rule} ends on ${JSON.stringify(props.until)}, which is no date. write it as '2027-03-01'`);
    }
    const problem = props.annotate === true ? annotationProblem(props) : undefined;
    if (problem !== undefined) throw new Error(problem);
    this.rule = props.rule;
    this.reason = props.reason;
    this.until = props.until;
    this.scope = props.scope;
    this.annotate = props.annotate ?? false;
    this.origin = props.origin;
  }

  /** Whether it is about this finding, date aside. */
  public covers(finding: Finding): boolean {
    if (finding.rule !== this.rule) return false;
    if ('matches' in this.scope) return this.scope.matches(finding);
    if ('constructPath' in this.scope) return isBelow(provenanceOf(finding).constructPath, this.scope.constructPath);
    const { group, kind, namespace, name } = this.scope.object;
    return objectsOf(finding).some(({ id }) =>
      id.kind === kind && id.name === name && (group ?? id.group) === id.group && (namespace ?? id.namespace) === id.namespace);
  }
}

/** Whether a finding of this rule leaves a synth that can be answered for: one that lost an object does not. */
export function isWaivable(rule: string): boolean {
  return !NEVER.has(rule) && !rule.startsWith('waivers/');
}

const NEVER: ReadonlySet<string> = new Set([renders.id, valid.id, unique.id]);

/** A finding that somebody has answered for. */
export interface WaivedFinding {
  /** What was found. */
  readonly finding: Finding;
  /** Who answers for it: the waiver with its reason. */
  readonly waiver: Waiver;
}

/** Takes the waived findings out, and reports the waivers that are past their date or silence nothing. */
export function applyWaivers(
  found: readonly Finding[],
  waivers: readonly Waiver[],
  options: { readonly today?: string; readonly ruleIds: Iterable<string>; readonly offRules?: Iterable<string> },
): { readonly findings: Finding[]; readonly waived: WaivedFinding[] } {
  const dated = waivers.some((waiver) => waiver.until !== undefined);
  const today = options.today ?? (dated ? new Date().toISOString().slice(0, 10) : '');
  const past = waivers.filter((waiver) => waiver.until !== undefined && waiver.until < today);
  const current = new Map<string, Waiver[]>();
  for (const waiver of waivers) {
    if (past.includes(waiver)) continue;
    const ofRule = current.get(waiver.rule);
    if (ofRule) ofRule.push(waiver);
    else current.set(waiver.rule, [waiver]);
  }

  const findings: Finding[] = [];
  const waived: WaivedFinding[] = [];
  const used = new Set<Waiver>();
  for (const finding of found) {
    const covering = current.get(finding.rule)?.filter((waiver) => waiver.covers(finding)) ?? [];
    for (const waiver of covering) used.add(waiver);
    const [first] = covering;
    if (first) waived.push({ finding, waiver: covering.find(({ annotate }) => annotate) ?? first });
    else findings.push(finding);
  }
  const ruleIds = new Set(options.ruleIds);
  // Another profile may run them: what a strict lint needs is not stale at a synth.
  const off = new Set(options.offRules);
  for (const waiver of waivers) {
    if (used.has(waiver) || off.has(waiver.rule)) continue;
    if (!ruleIds.has(waiver.rule)) findings.push(unknownRuleFinding(waiver, ruleIds));
    else findings.push(past.includes(waiver) ? expiredFinding(waiver) : staleFinding(waiver));
  }
  return { findings, waived };
}

function expiredFinding(waiver: Waiver): Finding {
  return {
    ...aboutWaiver(expired, waiver),
    message: `the acknowledgement of ${waiver.rule} for ${scopeText(waiver.scope)} ended on ${waiver.until}`,
    fix: 'cure what it silenced, or give it a new date',
  };
}

function staleFinding(waiver: Waiver): Finding {
  return {
    ...aboutWaiver(stale, waiver),
    message: `the acknowledgement of ${waiver.rule} for ${scopeText(waiver.scope)} matches no finding`,
    fix: 'remove it',
  };
}

function unknownRuleFinding(waiver: Waiver, ruleIds: Iterable<string>): Finding {
  return {
    ...aboutWaiver(knownRule, waiver),
    message: `the acknowledgement for ${scopeText(waiver.scope)} names rule ${waiver.rule}, which does not exist`,
    fix: cureOf(waiver.rule, ruleIds),
  };
}

function aboutWaiver({ id, severity }: PassRule, waiver: Waiver): Omit<Finding, 'message'> {
  return { rule: id, severity, origin: originOf(waiver), pointer: '', received: waiver.reason };
}

function cureOf(rule: string, ruleIds: Iterable<string>): string {
  const meant = nearest(rule, ruleIds);
  return meant === undefined ? 'remove it' : `did you mean ${meant}?`;
}

function originOf(waiver: Waiver): Provenance {
  return waiver.origin ?? ('constructPath' in waiver.scope ? { constructPath: waiver.scope.constructPath } : {});
}

function scopeText(scope: WaiverScope): string {
  if ('matches' in scope) return scope.text;
  if ('constructPath' in scope) return scope.constructPath === '' ? 'the whole app' : scope.constructPath;
  return describe({ group: '', namespace: '', ...scope.object });
}

function isBelow(path: string | undefined, ancestor: string): boolean {
  if (ancestor === '') return true;
  return path !== undefined && (path === ancestor || path.startsWith(`${ancestor}/`));
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
