import { asLua51, CONCAT } from './as-lua-51';
import type { Fengari, HostFunction, LuaState } from './fengari';
import { type Formatted, formatText, longestFormat } from './format-text';
import { jsonOf, pushJson } from './lua-values';
import { numberText } from './number-text';
import { osDate, osTime, type TimeFields } from './safe-os';
import type { TrialBudget } from './trial-budget';

/** What a value counts for that is no text, in bytes. */
const VALUE = 64;

/** What Argo CD's interpreter does otherwise than the machine, and the clock. A coroutine calls these with a state of its own. */
export class HostFunctions {
  public constructor(private readonly fengari: Fengari, private readonly budget: TrialBudget, private readonly now: Date) {}

  /** Makes them global, those for the prelude too, which takes them away. */
  public define(state: LuaState, openLibs: boolean): void {
    const { lua } = this.fengari;
    const functions: Readonly<Record<string, HostFunction>> = {
      [CONCAT]: (own) => this.concat(own),
      __take: (own) => this.take(own, lua.lua_tonumber(own, 1), 0),
      __given: (own) => this.given(own),
      __integer: (own) => this.integers(own),
      __reads_number: (own) => this.pushBoolean(own, this.readsNumber(own)),
      __rewritten: (own) => this.rewritten(own),
      __format: (own) => this.format(own),
      error: this.error(state),
      print: () => 0,
      require: (own) => this.require(own),
      tostring: (own) => this.tostring(own),
    };
    for (const [name, body] of Object.entries(functions)) this.set(state, name, body);
    this.defineTable(state, 'os', { time: (own) => this.time(own), date: (own) => this.date(own) });
    if (!openLibs) return;
    const { cosh, log10, sinh, tanh } = Math;
    this.defineTable(state, 'math', Object.fromEntries(Object.entries({ cosh, log10, sinh, tanh }).map(([name, compute]) =>
      [name, (own: LuaState) => this.push(own, compute(lua.lua_tonumber(own, 1)))])));
  }

  private concat(state: LuaState): number {
    const { lua, lauxlib, to_luastring, to_jsstring } = this.fengari;
    const [before, after] = [this.textAt(state, 1), this.textAt(state, 2)];
    if (before && after) {
      this.take(state, before.length + after.length, 0);
      const text = new Uint8Array(before.length + after.length);
      text.set(before);
      text.set(after, before.length);
      lua.lua_pushlstring(state, text, text.length);
      return 1;
    }
    if ([1, 2].some((index) => lauxlib.luaL_getmetafield(state, index, to_luastring('__concat')) !== lua.LUA_TNIL)) {
      lua.lua_pop(state, 1);
      lua.lua_concat(state, 2);
      return 1;
    }
    const names = [1, 2].map((at) => to_jsstring(lauxlib.luaL_typename(state, at)));
    return this.fail(state, `cannot perform concat operation between ${names[0]!} and ${names[1]!}`);
  }

  private textAt(state: LuaState, index: number): Uint8Array | undefined {
    const { lua, to_luastring } = this.fengari;
    const type = lua.lua_type(state, index);
    if (type === lua.LUA_TNUMBER) return to_luastring(numberText(lua.lua_tonumber(state, index)));
    return type === lua.LUA_TSTRING ? lua.lua_tostring(state, index) : undefined;
  }

  private take(state: LuaState, bytes: number, results: number): number {
    const problem = this.budget.takeText(bytes);
    return problem === undefined ? results : this.fail(state, problem);
  }

  private given(state: LuaState): number {
    const { lua } = this.fengari;
    const count = lua.lua_gettop(state);
    let bytes = count * VALUE;
    for (let i = 1; i <= count; i++) if (lua.lua_type(state, i) === lua.LUA_TSTRING) bytes += lua.lua_tostring(state, i).length;
    return this.take(state, bytes, count);
  }

  // Fractions are cut off, as a conversion in Go does.
  private integers(state: LuaState): number {
    const { lua } = this.fengari;
    const count = lua.lua_gettop(state);
    for (let i = 1; i <= count; i++) {
      const value = lua.lua_type(state, i) === lua.LUA_TNUMBER ? Math.trunc(lua.lua_tonumber(state, i)) : undefined;
      if (value !== undefined && Math.abs(value) < 2 ** 31) lua.lua_pushinteger(state, value);
      else lua.lua_pushvalue(state, i);
    }
    return count;
  }

  // Without a point Go reads a whole number, which has no exponent.
  private readsNumber(state: LuaState): boolean {
    const text = this.fengari.lua.lua_tojsstring(state, 1) ?? '';
    return text.includes('.') || (/^\s*[-+]?(\d+|0[xX][\da-fA-F]+)\s*$/.test(text) && Math.abs(Number(text.replace(/[-+]/, ''))) < 2 ** 63);
  }

  private rewritten(state: LuaState): number {
    const { lua } = this.fengari;
    try {
      return this.push(state, asLua51(lua.lua_tojsstring(state, 1) ?? ''));
    } catch (error) {
      lua.lua_pushnil(state);
      this.push(state, (error as Error).message);
      return 2;
    }
  }

  private format(state: LuaState): number {
    const { lua } = this.fengari;
    const values = Array.from({ length: lua.lua_gettop(state) - 1 }, (_, i): Formatted =>
      (lua.lua_type(state, i + 2) === lua.LUA_TNUMBER ? lua.lua_tonumber(state, i + 2) : lua.lua_tojsstring(state, i + 2) ?? ''));
    const pattern = lua.lua_tojsstring(state, 1);
    if (pattern === null) return this.fail(state, 'bad argument #1 to format (string expected)');
    this.take(state, longestFormat(pattern, values), 0);
    return this.push(state, formatText(pattern, values));
  }

  // The message gets the place of the call, which only the function of the machine knows.
  private error(state: LuaState): HostFunction {
    const { lua, to_luastring } = this.fengari;
    lua.lua_getglobal(state, to_luastring('error'));
    const original = lua.lua_tocfunction(state, -1);
    lua.lua_pop(state, 1);
    return (own) => {
      this.take(own, this.textAt(own, 1)?.length ?? 0, 0);
      return original(own);
    };
  }

  private tostring(state: LuaState): number {
    const { lua, lauxlib } = this.fengari;
    if (lua.lua_type(state, 1) === lua.LUA_TNUMBER) return this.push(state, numberText(lua.lua_tonumber(state, 1)));
    lauxlib.luaL_tolstring(state, 1);
    return 1;
  }

  // `require("os")` gives what is global under this name, as it gives every library that is there.
  private require(state: LuaState): number {
    const { lua, to_luastring } = this.fengari;
    const name = lua.lua_tojsstring(state, 1) ?? '';
    lua.lua_getglobal(state, to_luastring(name));
    return lua.lua_isnil(state, -1) ? this.fail(state, `module ${name} not found`) : 1;
  }

  private time(state: LuaState): number {
    const { lua } = this.fengari;
    const fields = lua.lua_type(state, 1) === lua.LUA_TTABLE ? jsonOf(this.fengari, state, 1) as TimeFields : undefined;
    try {
      return this.push(state, osTime(this.now, fields));
    } catch (error) {
      return this.fail(state, (error as Error).message);
    }
  }

  private date(state: LuaState): number {
    const { lua } = this.fengari;
    const format = lua.lua_tojsstring(state, 1) ?? '%c';
    this.take(state, format.length * VALUE, 0);
    const at = lua.lua_type(state, 2) === lua.LUA_TNUMBER ? new Date(lua.lua_tonumber(state, 2) * 1000) : this.now;
    return this.push(state, osDate(format, at));
  }

  private defineTable(state: LuaState, name: string, functions: Readonly<Record<string, HostFunction>>): void {
    const { lua, to_luastring } = this.fengari;
    lua.lua_getglobal(state, to_luastring(name));
    if (lua.lua_isnil(state, -1)) {
      lua.lua_pop(state, 1);
      lua.lua_createtable(state, 0, 2);
      lua.lua_pushvalue(state, -1);
      lua.lua_setglobal(state, to_luastring(name));
    }
    for (const [key, body] of Object.entries(functions)) {
      lua.lua_pushcfunction(state, body);
      lua.lua_setfield(state, -2, to_luastring(key));
    }
    lua.lua_pop(state, 1);
  }

  private set(state: LuaState, name: string, body: HostFunction): void {
    const { lua, to_luastring } = this.fengari;
    lua.lua_pushcfunction(state, body);
    lua.lua_setglobal(state, to_luastring(name));
  }

  private push(state: LuaState, value: number | string): number {
    pushJson(this.fengari, state, value);
    return 1;
  }

  private pushBoolean(state: LuaState, value: boolean): number {
    this.fengari.lua.lua_pushboolean(state, value);
    return 1;
  }

  private fail(state: LuaState, message: string): number {
    return this.fengari.lauxlib.luaL_error(state, this.fengari.to_luastring(message.replaceAll('%', '%%')));
  }
}
