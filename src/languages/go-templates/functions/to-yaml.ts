import { UnknownOutcome } from '../template-error';
import { GoMap, type GoValue, isList, Unknown, Whole } from '../values';

/** Plain words that no reader of YAML takes for anything but text. */
const PLAIN = /^[A-Za-z][A-Za-z0-9_./-]*$/;
const TAKEN = /^(y|n|yes|no|on|off|true|false|null)$/i;

/** A value as sigs.k8s.io/yaml writes it, where no text needs quotes: sorted keys, lists at the depth of their key. */
export function toYaml(value: GoValue): string {
  return yaml(value, '').replace(/^\n/, '');
}

function yaml(value: GoValue, indent: string): string {
  if (value === undefined || value === null) return 'null';
  if (value instanceof Unknown) throw new UnknownOutcome(value.what);
  if (value instanceof GoMap) {
    if (value.sorted.length === 0) return '{}';
    return value.sorted.map(([key, item]) => {
      const text = yaml(item, item instanceof GoMap ? `${indent}  ` : indent);
      const nested = text.startsWith('\n') ? text : ` ${text}`;
      return `\n${indent}${scalar(key)}:${nested}`;
    }).join('');
  }
  if (isList(value)) {
    if (value.length === 0) return '[]';
    return value.map((item) => `\n${indent}- ${yaml(item, `${indent}  `).replace(/^\n +|^\n/, '')}`).join('');
  }
  if (typeof value === 'number' && !Number.isInteger(value)) throw new UnknownOutcome('a fraction as YAML');
  if (value instanceof Whole) return String(value.value);
  return typeof value === 'string' ? scalar(value) : String(value);
}

function scalar(text: string): string {
  if (!PLAIN.test(text) || TAKEN.test(text)) throw new UnknownOutcome('how toYaml quotes a text');
  return text;
}
