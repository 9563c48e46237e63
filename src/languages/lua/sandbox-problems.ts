import type { Identifier, Node } from 'luaparse';
import { readLua } from './lua-syntax';
import { OPEN_LIBRARIES, SANDBOX_FUNCTIONS, SANDBOX_VALUES, STRING_METHODS } from './sandbox';
import { walk } from './walk';

/** Something that a script uses and will not find. */
export interface SandboxProblem {
  /** What, and where: `string.find in line 3 is not there`. */
  readonly message: string;
  readonly fix: string;
  /** Whether the open libraries have it. */
  readonly needsOpenLibs?: boolean;
}

/** What a script calls or looks into that Argo CD does not give it: none for one whose syntax is wrong. */
export function sandboxProblems(text: string, { openLibs }: { readonly openLibs: boolean }): SandboxProblem[] {
  const { chunk } = readLua(text);
  if (!chunk) return [];
  const own = namesMadeIn(chunk);
  const problems: SandboxProblem[] = [];
  walk(chunk, (node) => {
    const used = usedBy(node);
    const problem = used && !own.has(used.name) ? problemWith(used, openLibs) : undefined;
    if (problem) problems.push(problem);
  });
  return problems;
}

interface Use {
  /** The global that is called or looked into, or the method. */
  readonly name: string;
  /** The field of it that is meant: `find` of `string.find`. */
  readonly member?: string;
  readonly isMethod?: boolean;
  readonly line: number;
}

function usedBy(node: Node): Use | undefined {
  const line = node.loc?.start.line ?? 0;
  switch (node.type) {
    case 'MemberExpression': {
      const base = globalIn(node.base);
      if (base) return { name: base.name, member: node.identifier.name, line };
      return node.indexer === ':' ? { name: node.identifier.name, isMethod: true, line } : undefined;
    }
    case 'IndexExpression': {
      const base = globalIn(node.base);
      return base && { name: base.name, line };
    }
    case 'CallExpression': {
      const called = globalIn(node.base);
      return called && { name: called.name, line };
    }
    default: return undefined;
  }
}

function globalIn(node: Node): Identifier | undefined {
  // The scope analysis of luaparse marks what it found to be local.
  return node.type === 'Identifier' && !(node as { readonly isLocal?: boolean }).isLocal ? node : undefined;
}

function problemWith({ name, member, isMethod, line }: Use, openLibs: boolean): SandboxProblem | undefined {
  if (isMethod) {
    if (openLibs || !STRING_METHODS.has(name)) return undefined;
    return { message: `:${name}() in line ${line} is a function of the string library, which scripts do not have`, fix: OPEN, needsOpenLibs: true };
  }
  const called = member === undefined ? name : `${name}.${member}`;
  if (OPEN_LIBRARIES.has(name)) {
    return openLibs ? undefined : { message: `${called} in line ${line} is of the ${name} library, which scripts do not have`, fix: OPEN, needsOpenLibs: true };
  }
  if (SANDBOX_FUNCTIONS.has(name)) return undefined;
  if (!Object.hasOwn(SANDBOX_VALUES, name)) {
    return { message: `${name} in line ${line} is not set anywhere, so it is nil`, fix: 'set it first, or look into obj' };
  }
  const members = SANDBOX_VALUES[name];
  // The open libraries bring the whole of os, which the safe one is only laid over.
  if (members === undefined || member === undefined || members.includes(member) || (openLibs && name === 'os')) return undefined;
  return { message: `${called} in line ${line} does not exist`, fix: `${name} has ${members.join(', ')}` };
}

const OPEN = 'say useOpenLibs: true, or do without';

// Globals and fields that the script sets somewhere: it may set them before.
function namesMadeIn(chunk: Node): Set<string> {
  const names = new Set<string>();
  const add = (node: Node): void => {
    if (node.type === 'Identifier') names.add(node.name);
    if (node.type === 'MemberExpression') names.add(node.identifier.name);
  };
  walk(chunk, (node) => {
    if (node.type === 'AssignmentStatement') node.variables.forEach(add);
    if (node.type === 'FunctionDeclaration' && node.identifier) add(node.identifier);
    if (node.type === 'TableKeyString') names.add(node.key.name);
  });
  return names;
}
