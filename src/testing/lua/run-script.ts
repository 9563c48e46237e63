import type { JsonObject, JsonValue } from '../../manifests/json';
import { asLua51 } from './as-lua-51';
import { type HostFunction, loadFengari, type LuaState } from './fengari';
import { HostFunctions } from './host-functions';
import { jsonOf, pushJson } from './lua-values';
import { PRELUDE } from './prelude';
import { TrialBudget, withinTime } from './trial-budget';

/** Steps are looked at so many at a time. */
const STEPS_AT_A_TIME = 1_000;

/** What a script is run with. */
export interface ScriptRun {
  readonly script: string;
  readonly object: JsonObject;
  readonly openLibs: boolean;
  readonly now: Date;
}

/** What a script returned last. Throws when it fails, or takes more time or memory than there is: the message is that of the machine. */
export function runScript({ script, object, openLibs, now }: ScriptRun): { readonly type: string; readonly value: JsonValue } {
  const machine = new Machine(now);
  machine.open(openLibs);
  machine.run(PRELUDE, 'prelude');
  return withinTime(() => machine.assess(asLua51(script), object));
}

class Machine {
  private readonly fengari = loadFengari();
  private readonly budget = new TrialBudget();
  private readonly state: LuaState = this.fengari.lauxlib.luaL_newstate();

  public constructor(private readonly now: Date) {}

  public open(openLibs: boolean): void {
    const { lualib, lauxlib, lua, to_luastring } = this.fengari;
    const libraries: [string, HostFunction][] = [['_G', lualib.luaopen_base], ['table', lualib.luaopen_table]];
    if (openLibs) libraries.push(['string', lualib.luaopen_string], ['math', lualib.luaopen_math], ['coroutine', lualib.luaopen_coroutine]);
    for (const [name, library] of libraries) {
      lauxlib.luaL_requiref(this.state, to_luastring(name), library, 1);
      lua.lua_pop(this.state, 1);
    }
    new HostFunctions(this.fengari, this.budget, this.now).define(this.state, openLibs);
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
    // A coroutine takes the hook over from what makes it.
    const hook = (state: LuaState): number => {
      const problem = this.budget.takeSteps(STEPS_AT_A_TIME);
      if (problem === undefined) return 0;
      // A script that catches this is stopped again at once.
      lua.lua_sethook(state, hook, lua.LUA_MASKCOUNT, 1);
      return lauxlib.luaL_error(state, to_luastring(problem));
    };
    lua.lua_sethook(this.state, hook, lua.LUA_MASKCOUNT, STEPS_AT_A_TIME);
  }
}
