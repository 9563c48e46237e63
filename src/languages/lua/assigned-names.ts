import type { Node } from 'luaparse';
import { walk } from './walk';

/** What a script finds without setting it, or that can set any name. */
const ANY_NAME = /^(_G|_ENV|getfenv|load|loadstring|module|package|rawset|require|setfenv)$/;

const GIVEN = ['actionParams', 'obj'];

/** Whether a script gives a variable of this name a value anywhere. Undecided ones have one. */
export function namesSetIn(chunk: Node): (name: string) => boolean {
  const names = new Set(GIVEN);
  let mayBeAny = false;
  walk(chunk, (node) => {
    if (node.type === 'Identifier') mayBeAny ||= ANY_NAME.test(node.name);
    for (const { type, name } of namedBy(node)) {
      if (type === 'Identifier') names.add(name!);
    }
  });
  return (name) => mayBeAny || names.has(name);
}

function namedBy(node: Node): readonly { readonly type: string; readonly name?: string }[] {
  switch (node.type) {
    case 'LocalStatement':
    case 'AssignmentStatement':
    case 'ForGenericStatement': return node.variables;
    case 'ForNumericStatement': return [node.variable];
    case 'FunctionDeclaration': return [...node.parameters, ...(node.identifier ? [node.identifier] : [])];
    default: return [];
  }
}
