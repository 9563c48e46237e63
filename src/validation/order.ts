import { describe } from '../manifests/manifest';
import { type Pointer, segmentsOf } from '../manifests/pointer';
import { type Finding, provenanceOf, type Severity, subjectOf } from './finding';

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** The order of a report: severity, unit, construct, object, place in the object, rule, message. */
export function compareFindings(a: Finding, b: Finding): number {
  return RANK[a.severity] - RANK[b.severity]
    || compareText(a.entry?.unit.id ?? '', b.entry?.unit.id ?? '')
    || compareText(provenanceOf(a).constructPath ?? '', provenanceOf(b).constructPath ?? '')
    || compareText(objectOf(a), objectOf(b))
    || comparePointers(a.pointer, b.pointer)
    || compareText(a.rule, b.rule)
    || compareText(a.message, b.message);
}

/** By code unit, which no locale changes. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** As people read a document: `steps/2` before `steps/10`, a field before what is in it. */
export function comparePointers(a: Pointer, b: Pointer): number {
  const left = segmentsOf(a);
  const right = segmentsOf(b);
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const difference = compareSegments(left[i]!, right[i]!);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

function compareSegments(a: string, b: string): number {
  if (/^\d+$/.test(a) && /^\d+$/.test(b)) return Number(a) - Number(b);
  return compareText(a, b);
}

function objectOf(finding: Finding): string {
  const subject = subjectOf(finding);
  return subject ? describe(subject.id) : '';
}
