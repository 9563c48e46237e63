/** A machine that runs Lua. What it is, only fengari knows. */
export interface LuaState {
  readonly luaState: unique symbol;
}

/** A function of the host that a script can call: it returns how many values it has left on the stack. */
export type HostFunction = (state: LuaState) => number;

/** What of fengari is used here: it brings no types. Names are those of the C interface of Lua. */
export interface Fengari {
  readonly to_luastring: (text: string) => Uint8Array;
  readonly to_jsstring: (text: Uint8Array) => string;
  readonly lua: {
    readonly LUA_MASKCOUNT: number;
    readonly LUA_OK: number;
    readonly LUA_MULTRET: number;
    readonly LUA_TNIL: number;
    readonly LUA_TBOOLEAN: number;
    readonly LUA_TNUMBER: number;
    readonly LUA_TSTRING: number;
    readonly LUA_TTABLE: number;
    lua_concat(state: LuaState, count: number): void;
    lua_createtable(state: LuaState, items: number, fields: number): void;
    lua_getglobal(state: LuaState, name: Uint8Array): number;
    lua_gettop(state: LuaState): number;
    lua_isnil(state: LuaState, index: number): boolean;
    lua_next(state: LuaState, index: number): number;
    lua_pcall(state: LuaState, args: number, results: number, handler: number): number;
    lua_pop(state: LuaState, count: number): void;
    lua_pushboolean(state: LuaState, value: boolean): void;
    lua_pushcfunction(state: LuaState, value: HostFunction): void;
    lua_pushinteger(state: LuaState, value: number): void;
    lua_pushlstring(state: LuaState, value: Uint8Array, length: number): void;
    lua_pushnil(state: LuaState): void;
    lua_pushnumber(state: LuaState, value: number): void;
    lua_pushstring(state: LuaState, value: Uint8Array): void;
    lua_pushvalue(state: LuaState, index: number): void;
    lua_seti(state: LuaState, index: number, key: number): void;
    lua_setfield(state: LuaState, index: number, key: Uint8Array): void;
    lua_setglobal(state: LuaState, name: Uint8Array): void;
    lua_sethook(state: LuaState, hook: HostFunction, mask: number, count: number): void;
    lua_toboolean(state: LuaState, index: number): boolean;
    lua_tocfunction(state: LuaState, index: number): HostFunction;
    lua_tojsstring(state: LuaState, index: number): string | null;
    lua_tonumber(state: LuaState, index: number): number;
    lua_tostring(state: LuaState, index: number): Uint8Array;
    lua_topointer(state: LuaState, index: number): unknown;
    lua_type(state: LuaState, index: number): number;
    lua_getfield(state: LuaState, index: number, key: Uint8Array): number;
  };
  readonly lauxlib: {
    luaL_error(state: LuaState, format: Uint8Array, ...args: Uint8Array[]): number;
    luaL_getmetafield(state: LuaState, index: number, name: Uint8Array): number;
    luaL_loadbuffer(state: LuaState, text: Uint8Array, size: number | null, name: Uint8Array): number;
    luaL_newstate(): LuaState;
    luaL_requiref(state: LuaState, name: Uint8Array, open: HostFunction, global: number): void;
    luaL_tolstring(state: LuaState, index: number): Uint8Array;
    luaL_typename(state: LuaState, index: number): Uint8Array;
  };
  readonly lualib: {
    readonly luaopen_base: HostFunction;
    readonly luaopen_coroutine: HostFunction;
    readonly luaopen_math: HostFunction;
    readonly luaopen_string: HostFunction;
    readonly luaopen_table: HostFunction;
  };
}

/** Loads fengari: only tests that run Lua pay for it. */
export function loadFengari(): Fengari {
  return require('fengari') as Fengari;
}
