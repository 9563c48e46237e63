import { distance } from 'fastest-levenshtein';
import { InputError } from '../manifests/input-error';
import { describe } from '../manifests/manifest';
import { readable } from '../manifests/pointer';
import { type Finding, objectsOf, type Severity } from '../validation/finding';
import type { RuleId } from '../validation/rule-id';
import { ALL_RULES } from '../validation/rules';
import { shown } from './shown';

const KEYS: readonly string[] = ['rule', 'severity', 'object', 'pointer', 'message'] satisfies Array<keyof WantedFinding>;
const SEVERITIES: readonly string[] = ['error', 'warning', 'info'] satisfies Severity[];

/** Which finding is meant. What is left out may be anything. */
export interface WantedFinding {
  /**
   * Id of the rule, such as `rollouts/weight-in-range`. One that there is not is an InputError where types were lost.
   * @default - any rule
   */
  readonly rule?: RuleId;
  /**
   * How bad it is.
   * @default - any severity
   */
  readonly severity?: Severity;
  /**
   * The object, as reports name it, `Rollout/shop/web`, or without its namespace, `Rollout/web`.
   * @default - any object, or none
   */
  readonly object?: string;
  /**
   * The place in the object: a JSON pointer, `/spec/replicas`, or as reports show it, `spec.replicas`. `''` is the object itself.
   * @default - any place
   */
  readonly pointer?: string;
  /**
   * A part of the message, or an expression that is found in it.
   * @default - any message
   */
  readonly message?: string | RegExp;
}

/** A finding that is looked for. */
export class FindingQuery {
  /** What is wanted, by the id of a rule or in more detail. */
  public static of(wanted: RuleId | WantedFinding): FindingQuery {
    const query = typeof wanted === 'string' ? { rule: wanted } : wanted;
    if (Object.values(query).every((value) => value === undefined)) {
      throw new InputError('any finding is wanted. name a rule, an object or a part of the message');
    }
    if (query.rule !== undefined) refuseUnknown(query.rule);
    refuseUnread(query);
    return new FindingQuery(query);
  }

  private constructor(private readonly wanted: WantedFinding) {}

  /** The rule that is meant, where one is. */
  public get rule(): RuleId | undefined {
    return this.wanted.rule;
  }

  /** Whether a finding is meant. */
  public fits(finding: Finding): boolean {
    return this.complaints(finding).length === 0;
  }

  /** What of a finding is not as wanted, as lines of a message: none when it is meant. */
  public complaints(finding: Finding): readonly string[] {
    const { rule, severity, object, pointer, message } = this.wanted;
    const lines: string[] = [];
    if (rule !== undefined && rule !== finding.rule) lines.push(`rule is ${finding.rule}, wanted ${rule}`);
    if (severity !== undefined && severity !== finding.severity) lines.push(`severity is ${finding.severity}, wanted ${severity}`);
    if (object !== undefined && !namesOf(finding).includes(object)) lines.push(`object is ${namesOf(finding)[0] ?? 'none'}, wanted ${object}`);
    if (pointer !== undefined && pointer !== finding.pointer && pointer !== readable(finding.pointer)) {
      lines.push(`pointer is ${shown(finding.pointer)}, wanted ${shown(pointer)}`);
    }
    if (message !== undefined && !says(finding, message)) {
      lines.push(`message is ${JSON.stringify(finding.message)}, wanted ${typeof message === 'string' ? JSON.stringify(message) : String(message)}`);
    }
    return lines;
  }

  /** As a message names it: `finding of rollouts/weight-in-range in Rollout/web`. */
  public get text(): string {
    const { rule, severity, object, pointer, message } = this.wanted;
    return [
      severity ?? 'finding',
      ...rule === undefined ? [] : [`of ${rule}`],
      ...object === undefined ? [] : [`in ${object}`],
      ...pointer === undefined ? [] : [`at ${shown(pointer)}`],
      ...message === undefined ? [] : [`that says ${typeof message === 'string' ? JSON.stringify(message) : String(message)}`],
    ].join(' ');
  }
}

function namesOf(finding: Finding): readonly string[] {
  return objectsOf(finding).flatMap(({ id }) => [describe(id), `${id.kind}/${id.name}`]);
}

function says({ message }: Finding, wanted: string | RegExp): boolean {
  return typeof wanted === 'string' ? message.includes(wanted) : message.search(wanted) >= 0;
}

// The same goes for a severity that there is not, and a misspelt key asks for any finding.
function refuseUnread(query: WantedFinding): void {
  const unread = Object.keys(query).find((key) => !KEYS.includes(key));
  if (unread !== undefined) throw new InputError(`a finding has no ${JSON.stringify(unread)} to ask for. ask for its ${KEYS.join(', ')}`);
  if (query.severity === undefined || SEVERITIES.includes(query.severity)) return;
  throw new InputError(`there is no severity ${JSON.stringify(query.severity)}. write ${SEVERITIES.join(', ')}`);
}

// A name that no rule has would be found missing for ever, which is what a test for "no finding" wants to see.
function refuseUnknown(rule: string): void {
  const ids = ALL_RULES.map(({ id }) => id);
  if (ids.includes(rule)) return;
  const [nearest] = [...ids].sort((a, b) => distance(a, rule) - distance(b, rule));
  const advice = distance(nearest!, rule) <= 1 + rule.length / 4 ? `did you mean ${JSON.stringify(nearest)}?` : 'docs/rules lists them';
  throw new InputError(`there is no rule ${JSON.stringify(rule)}. ${advice}`);
}
