import { createRequire } from 'node:module';

/** What became of a rule: whether the value satisfies it, or why that cannot be said. */
export type Verdict = { readonly holds: boolean; readonly error?: string };

/** A rule that is ready to be evaluated. */
export type Evaluate = (self: unknown) => Verdict;

/** Functions and macros that the library has. Kubernetes has more, for quantities, URLs and IP addresses. */
const FUNCTIONS = new Set([
  'has', 'all', 'exists', 'exists_one', 'filter', 'map', 'size', 'matches', 'startsWith', 'endsWith', 'contains', 'duration', 'timestamp',
  'string', 'int', 'uint', 'double', 'bool',
  'split', 'join', 'lowerAscii', 'upperAscii', 'trim', 'replace', 'substring', 'indexOf', 'lastIndexOf',
]);

/** The part of `@bufbuild/cel` that is used. */
interface CelLibrary {
  readonly celEnv: (options: { readonly funcs: readonly unknown[] }) => unknown;
  readonly parse: (rule: string) => unknown;
  readonly plan: (env: unknown, expression: unknown) => (bindings: { readonly self: unknown }) => unknown;
  readonly isCelError: (value: unknown) => value is { readonly message: string };
}

const compiled = new Map<string, Evaluate>();
let compile: ((rule: string) => Evaluate) | undefined;

/** Why a rule is not evaluated, or undefined when it is. */
export function reasonToSkip(rule: string): string | undefined {
  if (/\boldSelf\b/.test(rule)) return 'it compares with the object in the cluster';
  const missing = functionsOf(rule).find((name) => !FUNCTIONS.has(name));
  return missing === undefined ? undefined : `the function ${missing} is not known here`;
}

/** Prepares a rule, once. The library is loaded with the first one: it takes longer than all other checks of a small app. */
export function compileRule(rule: string): Evaluate {
  let evaluate = compiled.get(rule);
  if (!evaluate) {
    compile ??= loadLibrary();
    evaluate = compile(rule);
    compiled.set(rule, evaluate);
  }
  return evaluate;
}

function loadLibrary(): (rule: string) => Evaluate {
  const load = createRequire(__filename);
  const { celEnv, isCelError, parse, plan } = load('@bufbuild/cel') as CelLibrary;
  const { strings } = load('@bufbuild/cel/ext') as { readonly strings: readonly unknown[] };
  const env = celEnv({ funcs: strings });
  return (rule) => {
    const run = plan(env, parse(rule));
    return (self) => {
      const result = run({ self });
      return isCelError(result) ? { holds: false, error: result.message } : { holds: result === true };
    };
  };
}

/** Names before an opening bracket, outside of quoted text. */
function functionsOf(rule: string): string[] {
  const code = rule.replace(/r?"""[^]*?"""|r?'''[^]*?'''|r?"(?:[^"\\]|\\.)*"|r?'(?:[^'\\]|\\.)*'/g, '""');
  return [...code.matchAll(/([A-Za-z_]\w*)\s*\(/g)].map((match) => match[1] as string).filter((name) => name !== 'in');
}
