import { readTemplate } from './problem';
import type { Command, Node, Operand, Pipe } from './tree';

/** Functions that give something else each time, be it by chance, by the clock or by a salt. @see functions.go in Masterminds/sprig */
const UNSTABLE: ReadonlySet<string> = new Set([
  'ago', 'bcrypt', 'encryptAES', 'genCA', 'genCAWithKey', 'genPrivateKey', 'genSelfSignedCert', 'genSelfSignedCertWithKey', 'genSignedCert',
  'genSignedCertWithKey', 'htpasswd', 'now', 'randAlpha', 'randAlphaNum', 'randAscii', 'randBytes', 'randInt', 'randNumeric', 'shuffle', 'uuidv4',
]);

/** The functions of a Go template that give something else each time, sorted; none for a text that does not parse. */
export function unstableFunctionsIn(source: string, functions: ReadonlySet<string>): readonly string[] {
  // Most texts name none, and need not be read.
  if (!source.includes('{{') || ![...UNSTABLE].some((name) => source.includes(name))) return [];
  const reading = readTemplate(source, functions);
  if ('problem' in reading) return [];
  const { nodes, defined } = reading.template;
  const called = [...nodes, ...[...defined.values()].flat()].flatMap(ofNode);
  return [...new Set(called)].filter((name) => UNSTABLE.has(name)).sort();
}

function ofNode(node: Node): string[] {
  switch (node.kind) {
    case 'action': return ofPipe(node.pipe);
    case 'if': case 'with': case 'range': return [...ofPipe(node.pipe), ...node.then.flatMap(ofNode), ...node.otherwise.flatMap(ofNode)];
    case 'template': return node.pipe ? ofPipe(node.pipe) : [];
    default: return [];
  }
}

function ofPipe({ commands }: Pipe): string[] {
  return commands.flatMap(({ operands }: Command) => operands.flatMap(ofOperand));
}

function ofOperand(operand: Operand): string[] {
  if (operand.kind === 'function') return [operand.name];
  if (operand.kind === 'group') return ofPipe(operand.pipe);
  return operand.kind === 'chain' ? ofOperand(operand.of) : [];
}
