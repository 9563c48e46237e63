import { isJsonObject, type JsonValue } from '../../manifests/json';
import type { Fengari, LuaState } from './fengari';

/** Leaves a value on the stack as decodeValue in util/lua/lua.go of argoproj/argo-cd does: a null is nothing, also in a list. */
export function pushJson({ lua, to_luastring }: Fengari, state: LuaState, json: JsonValue | undefined): void {
  const push = (value: JsonValue | undefined): void => {
    if (typeof value === 'boolean') lua.lua_pushboolean(state, value);
    else if (typeof value === 'number') lua.lua_pushnumber(state, value);
    else if (typeof value === 'string') lua.lua_pushstring(state, to_luastring(value));
    else if (Array.isArray(value)) {
      lua.lua_createtable(state, value.length, 0);
      (value as readonly JsonValue[]).filter((item) => item !== null).forEach((item, i) => {
        push(item);
        lua.lua_seti(state, -2, i + 1);
      });
    } else if (isJsonObject(value)) {
      lua.lua_createtable(state, 0, 0);
      for (const [key, field] of Object.entries(value)) {
        if (field === null || field === undefined) continue;
        push(field);
        lua.lua_setfield(state, -2, to_luastring(key));
      }
    } else lua.lua_pushnil(state);
  };
  push(json);
}

/** What a script returned, as layeh.com/gopher-json writes it: an empty table is an empty list. Throws what it would complain of. */
export function jsonOf({ lua }: Fengari, state: LuaState, index: number): JsonValue {
  const around: unknown[] = [];
  const read = (at: number): JsonValue => {
    switch (lua.lua_type(state, at)) {
      case lua.LUA_TNIL: return null;
      case lua.LUA_TBOOLEAN: return lua.lua_toboolean(state, at);
      case lua.LUA_TNUMBER: return lua.lua_tonumber(state, at);
      case lua.LUA_TSTRING: return lua.lua_tojsstring(state, at)!;
      case lua.LUA_TTABLE: return readTable(at);
      default: throw new Error('cannot encode a function to JSON');
    }
  };
  const readTable = (at: number): JsonValue => {
    const pointer = lua.lua_topointer(state, at);
    if (around.includes(pointer)) throw new Error('cannot encode recursively nested tables to JSON');
    around.push(pointer);
    const entries: [number | string, JsonValue][] = [];
    lua.lua_pushnil(state);
    while (lua.lua_next(state, at) !== 0) {
      const top = lua.lua_gettop(state);
      const isText = lua.lua_type(state, top - 1) === lua.LUA_TSTRING;
      entries.push([isText ? lua.lua_tojsstring(state, top - 1)! : lua.lua_tonumber(state, top - 1), read(top)]);
      lua.lua_pop(state, 1);
    }
    around.pop();
    return tableOf(entries);
  };
  return read(index);
}

function tableOf(entries: readonly [number | string, JsonValue][]): JsonValue {
  if (entries.length > 0 && entries.every(([key]) => typeof key === 'string')) return Object.fromEntries(entries);
  if (entries.some(([key]) => typeof key === 'string')) throw new Error('cannot encode mixed or invalid key types');
  const sorted = [...entries].sort(([a], [b]) => Number(a) - Number(b));
  if (sorted.some(([key], i) => key !== i + 1)) throw new Error('cannot encode sparse array');
  return sorted.map(([, value]) => value);
}
