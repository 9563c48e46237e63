import { csvRecord } from './csv-record';

/** Where a line of a policy stands. */
export interface PolicyPlace {
  /** The key of the ConfigMap, or what else the text is called. */
  readonly source: string;
  /** Its number in that text, from 1. */
  readonly number: number;
  /** The line as it is written. */
  readonly text: string;
}

/** `p, subject, resource, action, object, effect`: what somebody may do, or may not. */
export interface PermissionLine extends PolicyPlace {
  /** What the line begins with. */
  readonly type: 'p';
  /** Who it is about: a user, a group or a role such as `role:shop`. */
  readonly subject: string;
  /** What it is about: `applications`, `clusters`. */
  readonly resource: string;
  /** What is done with it: `get`, `sync`, `*`. */
  readonly action: string;
  /** Which ones it is about: `shop/*` for the Applications of the project `shop`. */
  readonly object: string;
  /** `allow` or `deny`; any other decides nothing. */
  readonly effect: string;
}

/** `g, member, role`: who has a role. */
export interface MembershipLine extends PolicyPlace {
  readonly type: 'g';
  readonly member: string;
  readonly role: string;
}

/** A line that Argo CD cannot read. One of them makes the whole policy fail. */
export interface UnreadableLine extends PolicyPlace {
  readonly type: 'unreadable';
  readonly problem: string;
  readonly expected: string;
}

/** A line of a policy that is neither empty nor a comment. */
export type PolicyLine = PermissionLine | MembershipLine | UnreadableLine;

const PERMISSION = 'p, subject, resource, action, object, effect';
const MEMBERSHIP = 'g, user or group, role';

/** Reads one line; undefined for an empty one and for a comment. */
export function policyLine(source: string, number: number, line: string): PolicyLine | undefined {
  const text = line.trim();
  if (text === '' || text.startsWith('#')) return undefined;
  const place = { source, number, text };
  const record = csvRecord(text);
  if ('problem' in record) return { type: 'unreadable', ...place, problem: record.problem, expected: 'fields with commas between them' };
  const [type = '', ...fields] = record.fields.map((field) => field.text);
  if (type === 'p') {
    if (fields.length !== 5) return { type: 'unreadable', ...place, problem: `a line with p has 6 fields, and this one ${fields.length + 1}`, expected: PERMISSION };
    const [subject, resource, action, object, effect] = fields as [string, string, string, string, string];
    return { type, ...place, subject, resource, action, object, effect };
  }
  if (type === 'g') {
    if (fields.length !== 2) return { type: 'unreadable', ...place, problem: `a line with g has 3 fields, and this one ${fields.length + 1}`, expected: MEMBERSHIP };
    return { type, ...place, member: fields[0]!, role: fields[1]! };
  }
  return { type: 'unreadable', ...place, problem: `a line begins with p or g, and this one with ${JSON.stringify(type)}`, expected: `${PERMISSION}, or ${MEMBERSHIP}` };
}

/** How a line is named where it decides: `policy.csv, line 3 (p, role:shop, applications, get, shop/*, allow)`. */
export function placeOf({ source, number, text }: PolicyPlace): string {
  return `${source}, line ${number} (${text})`;
}
