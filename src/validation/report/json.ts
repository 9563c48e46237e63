import type { JsonObject } from '../../manifests/json';
import { type Finding, provenanceOf, subjectOf } from '../finding';
import type { ValidationResult } from '../result';

/** The report for programs: one JSON text whose fields keep their meaning while `version` stays the same. */
export function jsonReport(result: ValidationResult): string {
  const report: JsonObject = {
    version: 1,
    counts: { ...result.counts, waived: result.waived.length },
    units: result.units,
    objects: result.objects,
    findings: result.findings.map(findingJson),
    waived: result.waived.map(({ finding, waiver }) => ({ ...findingJson(finding), reason: waiver.reason, until: waiver.until })),
    skipped: result.skipped.map(({ apiVersion, kind, count, reason }) => ({ apiVersion, kind, count, reason })),
  };
  // The identity of an object may hold what its author put there by mistake.
  return `${JSON.stringify(report, (_key, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value), 2)}\n`;
}

function findingJson(finding: Finding): JsonObject {
  const { constructPath, source, file } = provenanceOf(finding);
  const subject = subjectOf(finding);
  return {
    rule: finding.rule,
    severity: finding.severity,
    object: subject && { apiVersion: subject.manifest.apiVersion, ...subject.id },
    unit: finding.entry?.unit.id,
    pointer: finding.pointer,
    inside: finding.inside,
    message: finding.message,
    received: finding.received,
    expected: finding.expected,
    fix: finding.fix,
    constructPath,
    source: source?.(),
    file,
  };
}
