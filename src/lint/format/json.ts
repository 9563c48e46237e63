import type { ManifestEntry } from '../../manifests/manifest-set';
import { subjectOf } from '../../validation/finding';
import type { PlacedFinding } from '../lint-files';
import type { LintReport } from './report';

/** The report for programs. */
export function jsonText({ findings, counts, skipped, result }: LintReport): string {
  const report = {
    findings: findings.map(findingJson),
    ...(result.problems.length > 0 && { problems: result.problems }),
    ...(result.unread.length > 0 && { unread: result.unread }),
    summary: { ...counts, skipped, objects: result.objects, files: result.files },
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function findingJson({ finding, file, line, column }: PlacedFinding): object {
  const { rule, severity, pointer, inside, message, expected, received, fix } = finding;
  const entry = subjectOf(finding);
  return {
    rule, severity,
    ...(entry && { object: objectJson(entry) }),
    file, line, column, pointer, inside, message, expected, received, fix,
  };
}

function objectJson({ manifest: { apiVersion }, id: { kind, namespace, name } }: ManifestEntry): object {
  return { apiVersion, kind, namespace, name };
}
