import { FAILSAFE_SCHEMA, type Schema, Type } from 'js-yaml';

const NULL: ReadonlySet<string> = new Set(['', '~', 'null', 'Null', 'NULL']);
const TRUE: ReadonlySet<string> = new Set(['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON']);
const FALSE: ReadonlySet<string> = new Set(['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF']);
const INTEGER = /^[-+]?(?:0[0-7]*|[1-9][0-9]*|0[oO][0-7]+|0[xX][0-9a-fA-F]+|0[bB][01]+)$/;
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;

/**
 * YAML as Kubernetes, kubectl and Argo CD read it: sigs.k8s.io/yaml keeps the words of YAML 1.1. `yes`, `on` and `y` are true, 010 is
 * eight, dates are texts, and tags of other programs mean nothing.
 *
 * @see goyaml.v2/resolve.go in kubernetes-sigs/yaml
 */
export const KUBERNETES_SCHEMA: Schema = FAILSAFE_SCHEMA.extend({
  implicit: [
    scalar('null', (text) => text === null || NULL.has(text), () => null),
    scalar('bool', (text) => text !== null && (TRUE.has(text) || FALSE.has(text)), (text) => TRUE.has(text)),
    scalar('float', (text) => text !== null && numberIn(text) !== undefined, (text) => numberIn(text)),
    scalar('merge', (text) => text === '<<' || text === null, (text) => text),
  ],
  explicit: [
    scalar('int', (text) => text !== null && numberIn(text) !== undefined, (text) => numberIn(text)),
    scalar('binary', (text) => text !== null, (text) => Buffer.from(text, 'base64').toString('utf8')),
    ...(['scalar', 'sequence', 'mapping'] as const).flatMap((kind) => ['!', 'tag:'].map((prefix) =>
      new Type(prefix, { kind, multi: true, construct: (value: unknown) => value }))),
  ],
});

function scalar(name: string, resolve: (text: string | null) => boolean, construct: (text: string) => unknown): Type {
  return new Type(`tag:yaml.org,2002:${name}`, { kind: 'scalar', resolve, construct });
}

/** The number that a plain scalar is. Underlines between its digits mean nothing. */
function numberIn(text: string): number | undefined {
  if (!/^[-+.0-9]/.test(text)) return undefined;
  const digits = text.includes('_') ? text.replace(/_/g, '') : text;
  if (INTEGER.test(digits)) {
    const [, sign, rest] = /^([-+]?)(.*)$/.exec(digits)!;
    const value = Number(/^0[0-7]+$/.test(rest!) ? `0o${rest!.slice(1)}` : rest);
    return sign === '-' && value !== 0 ? -value : value;
  }
  return FLOAT.test(digits) ? Number(digits) : undefined;
}
