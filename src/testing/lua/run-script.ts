import type { JsonObject, JsonValue } from '../../manifests/json';
import { asLua51, CONCAT } from './as-lua-51';
import { type Fengari, type HostFunction, loadFengari, type LuaState } from './fengari';
import { jsonOf, pushJson } from './lua-values';
import { numberText } from './number-text';
import { PRELUDE } from './prelude';
import { osDate, osTime, type TimeFields } from './safe-os';

/** Argo CD gives a script a second. Counted in steps, so that a test says the same everywhere. */
const MOST_STEPS = 5_000_000;

/** What a script is run with. */
export interface ScriptRun {
  readonly script: string;
  readonly object: JsonObject;
  readonly openLibs: boolean;
  readonly now: Date;
}

/** What a script returned last. Throws when it fails: the message is that of the machine. */
export function runScript({ script, object, openLibs, now }: ScriptRun): { readonly type: string; readonly value: JsonValue } {
  const machine = new Machine(loadFengari(), now);
  machine.open(openLibs);
  machine.run(PRELUDE, 'prelude');
  return machine.assess(asLua51(script), object);
}

class Machine {
  private readonly state: LuaState;

  public constructor(private readonly fengari: Fengari, private readonly now: Date) {
    this.state = fengari.lauxlib.luaL_newstate();
  }

  public open(openLibs: boolean): void {
    const { lualib, lauxlib, lua, to_luastring } = this.fengari;
    const libraries: [string, HostFunction][] = [['_G', lualib.luaopen_base], ['table', lualib.luaopen_table]];
    if (openLibs) libraries.push(['string', lualib.luaopen_string], ['math', lualib.luaopen_math], ['coroutine', lualib.luaopen_coroutine]);
    for (const [name, library] of libraries) {
      lauxlib.luaL_requiref(this.state, to_luastring(name), library, 1);
      lua.lua_pop(this.state, 1);
    }
    this.define(CONCAT, () => this.push(this.textAt(1) + this.textAt(2)));
    this.define('__integer', () => this.pushAsInteger());
    this.define('tostring', () => this.push(lua.lua_type(this.state, 1) === lua.LUA_TNUMBER
      ? numberText(lua.lua_tonumber(this.state, 1))
      : this.fengari.to_jsstring(lauxlib.luaL_tolstring(this.state, 1))));
    this.define('print', () => 0);
    this.defineOs();
  }

  public run(text: string, name: string): void {
    const { lua, lauxlib, to_luastring } = this.fengari;
    const bytes = to_luastring(text);
    const failed = lauxlib.luaL_loadbuffer(this.state, bytes, bytes.length, to_luastring(`=${name}`)) !== lua.LUA_OK
      || lua.lua_pcall(this.state, 0, lua.LUA_MULTRET, 0) !== lua.LUA_OK;
    if (failed) throw new Error(lua.lua_tojsstring(this.state, -1) ?? 'the script failed');
  }

  public assess(script: string, object: JsonObject): { readonly type: string; readonly value: JsonValue } {
    const { lua, lauxlib, to_luastring, to_jsstring } = this.fengari;
    pushJson(this.fengari, this.state, {});
    lua.lua_setglobal(this.state, to_luastring('actionParams'));
    pushJson(this.fengari, this.state, object);
    lua.lua_setglobal(this.state, to_luastring('obj'));
    this.limit();
    this.run(script, '<string>');
    const top = lua.lua_gettop(this.state);
    if (top === 0) return { type: 'nil', value: null };
    const type = to_jsstring(lauxlib.luaL_typename(this.state, top));
    return { type, value: type === 'table' ? jsonOf(this.fengari, this.state, top) : null };
  }

  private limit(): void {
    const { lua, lauxlib, to_luastring } = this.fengari;
    const stop = to_luastring(`context deadline exceeded: Argo CD stops a script after a second, this one took ${MOST_STEPS} steps`);
    const hook = (state: LuaState): number => {
      // A script that catches this is stopped again at once.
      lua.lua_sethook(state, hook, lua.LUA_MASKCOUNT, 1);
      return lauxlib.luaL_error(state, stop);
    };
    lua.lua_sethook(this.state, hook, lua.LUA_MASKCOUNT, MOST_STEPS);
  }

  private define(name: string, body: () => number): void {
    const { lua, to_luastring } = this.fengari;
    lua.lua_pushcfunction(this.state, () => body());
    lua.lua_setglobal(this.state, to_luastring(name));
  }

  private push(value: JsonValue): number {
    pushJson(this.fengari, this.state, value);
    return 1;
  }

  private textAt(index: number): string {
    const { lua, lauxlib, to_luastring, to_jsstring } = this.fengari;
    const type = lua.lua_type(this.state, index);
    if (type === lua.LUA_TNUMBER) return numberText(lua.lua_tonumber(this.state, index));
    if (type === lua.LUA_TSTRING) return lua.lua_tojsstring(this.state, index)!;
    const names = [1, 2].map((at) => to_jsstring(lauxlib.luaL_typename(this.state, at)));
    lauxlib.luaL_error(this.state, to_luastring(`cannot perform concat operation between ${names[0]!} and ${names[1]!}`));
    return '';
  }

  private pushAsInteger(): number {
    const { lua } = this.fengari;
    const value = lua.lua_type(this.state, 1) === lua.LUA_TNUMBER ? lua.lua_tonumber(this.state, 1) : undefined;
    if (value !== undefined && Number.isInteger(value) && Math.abs(value) < 2 ** 31) lua.lua_pushinteger(this.state, value);
    else lua.lua_pushvalue(this.state, 1);
    return 1;
  }

  private defineOs(): void {
    const { lua, lauxlib, to_luastring } = this.fengari;
    const fail = (error: unknown): number => lauxlib.luaL_error(this.state, to_luastring((error as Error).message));
    lua.lua_createtable(this.state, 0, 2);
    const method = (name: string, body: () => number): void => {
      lua.lua_pushcfunction(this.state, () => {
        try {
          return body();
        } catch (error) {
          // Errors of the machine itself are no Error.
          if (!(error instanceof Error)) throw error;
          return fail(error);
        }
      });
      lua.lua_setfield(this.state, -2, to_luastring(name));
    };
    method('time', () => this.push(osTime(this.now, lua.lua_type(this.state, 1) === lua.LUA_TTABLE
      ? jsonOf(this.fengari, this.state, 1) as TimeFields : undefined)));
    method('date', () => {
      const format = lua.lua_tojsstring(this.state, 1) ?? '%c';
      const at = lua.lua_type(this.state, 2) === lua.LUA_TNUMBER ? new Date(lua.lua_tonumber(this.state, 2) * 1000) : this.now;
      return this.push(osDate(format, at));
    });
    lua.lua_pushvalue(this.state, -1);
    lua.lua_setglobal(this.state, to_luastring('os'));
    this.defineRequire();
  }

  // The table of os is on the stack: `require("os")` gives it too, as it gives every library that is there.
  private defineRequire(): void {
    const { lua, lauxlib, to_luastring } = this.fengari;
    lua.lua_pop(this.state, 1);
    this.define('require', () => {
      const name = lua.lua_tojsstring(this.state, 1) ?? '';
      lua.lua_getglobal(this.state, to_luastring(name));
      return lua.lua_isnil(this.state, -1) ? lauxlib.luaL_error(this.state, to_luastring(`module ${name} not found`)) : 1;
    });
  }
}
