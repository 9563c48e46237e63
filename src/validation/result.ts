import type { Finding, Severity } from './finding';
import type { WaivedFinding } from './waivers';

/** Objects that a check passed over, and why. Said once a kind: what was not checked is not silently right. */
export interface SkippedCheck {
  /** Group and version of the kind, as manifests have it: `apps/v1`. */
  readonly apiVersion: string;
  /** Kind of the objects. */
  readonly kind: string;
  /** How many objects of this kind there are. */
  readonly count: number;
  /** Why they were passed over. */
  readonly reason: string;
}

/** What validation found, in an order that does not depend on the order of the rules. */
export interface ValidationResult {
  /** The worst first, then by unit, construct, place in the object and rule. */
  readonly findings: readonly Finding[];
  /** Findings that somebody has answered for, with the waivers that say so. */
  readonly waived: readonly WaivedFinding[];
  /** What was not checked, or not to the end, and why. */
  readonly skipped: readonly SkippedCheck[];
  /** Findings by severity, without the waived ones. */
  readonly counts: Readonly<Record<Severity, number>>;
  /** How many units were looked at. */
  readonly units: number;
  /** How many objects were looked at. */
  readonly objects: number;
}

/** How many findings of each severity there are. */
export function countBySeverity(findings: readonly Finding[]): Record<Severity, number> {
  const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  for (const finding of findings) counts[finding.severity]++;
  return counts;
}
