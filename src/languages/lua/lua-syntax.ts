import type * as luaparse from 'luaparse';

/** A script as a tree, or what is wrong with its syntax, in one line. */
export type LuaReading =
  | { readonly chunk: luaparse.Chunk; readonly problem?: undefined }
  | { readonly problem: string; readonly chunk?: undefined };

const read = new Map<string, LuaReading>();

/** Reads a script in the Lua that Argo CD runs: 5.1, and `goto`. */
export function readLua(text: string): LuaReading {
  let reading = read.get(text);
  if (!reading) read.set(text, reading = parse(text));
  return reading;
}

/** What is wrong with the syntax of a script, nothing when it can be run. */
export function luaProblem(text: string): string | undefined {
  return readLua(text).problem;
}

function parse(text: string): LuaReading {
  // Only programs and manifests with Lua in them pay for the grammar.
  const lua = require('luaparse') as typeof luaparse;
  // 5.1 has no goto, the interpreter of Argo CD has.
  const luaVersion = /\bgoto\b/.test(text) ? 'LuaJIT' : '5.1';
  try {
    return { chunk: lua.parse(text, { luaVersion, comments: false, scope: true, ranges: true, locations: true }) };
  } catch (error) {
    return { problem: problemOf(error as Error) };
  }
}

// `[3:7] unexpected symbol near 'x'`: lines count from 1 and characters from 0.
function problemOf({ message }: Error): string {
  const [, line, column, what] = /^\[(\d+):(\d+)\] (.*)$/s.exec(message) ?? [];
  return what === undefined ? message : `line ${line!}, character ${Number(column) + 1}: ${what}`;
}
