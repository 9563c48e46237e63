import type { JsonObject } from '../../../manifests/json';
import { selectorMatches } from '../../../manifests/selectors';
import type { FindingDetails } from '../../finding';
import { listField, objectField, textsField } from './fields';
import { selectorProblems } from './label-selector';

/** A selector of a workload that the workload's own pods do not satisfy. */
export interface LabelMismatch extends FindingDetails {
  readonly pointer: '/spec/template' | '/spec/template/metadata/labels';
  readonly message: string;
}

/** Compares the selector of a workload with the labels of its template. One that is empty or illegal is for others to report. */
export function labelMismatch(spec: JsonObject | undefined): LabelMismatch | undefined {
  const selector = objectField(spec, 'selector');
  if (!selector) return undefined;
  const wanted = textsField(selector, 'matchLabels');
  if (Object.keys(wanted).length + listField(selector, 'matchExpressions').length === 0) return undefined;
  const labels = textsField(objectField(objectField(spec, 'template'), 'metadata'), 'labels');
  if (selectorProblems(selector).length > 0 || selectorMatches(selector, labels)) return undefined;
  const missing = Object.keys(wanted).filter((key) => labels[key] !== wanted[key]).sort().map((key) => `${key}: ${wanted[key]}`);
  return {
    pointer: Object.keys(labels).length > 0 ? '/spec/template/metadata/labels' : '/spec/template',
    message: missing.length > 0
      ? `the template lacks ${missing.join(', ')}, which the selector asks for`
      : 'the labels of the template do not satisfy matchExpressions',
    received: Object.keys(labels).sort().map((key) => `${key}: ${labels[key]}`).join(', ') || 'no labels',
    expected: missing.join(', ') || JSON.stringify(listField(selector, 'matchExpressions')),
    fix: 'give the template the labels of the selector',
  };
}
