import { LuaHealth } from '../../../src/testing/lua-health';

const TOO_MUCH = /more than a trial holds|context deadline exceeded/;
const LONG = 'local s = string.rep("x", 1000000)\n';

// Each of these would take all of the memory or run for ever, and end the tests without a word.
test.each([
  ['a text that doubles', 'local s = "x" while true do s = s .. s end'],
  ['a text that doubles where errors are caught', 'local s = "x" while true do pcall(function() s = s .. s end) end'],
  ['a text that doubles in a script of the script', 'loadstring("local s = [[x]] while true do s = s .. s end")()'],
  ['very many long texts', `${LONG}local t = {} while true do t[#t + 1] = s .. #t end`],
  ['very many parts of a long text', `${LONG}local t = {} while true do t[#t + 1] = s:match(".*") end`],
  ['very many errors with a long text', `${LONG}local t = {} while true do t[#t + 1] = select(2, pcall(error, s)) end`],
  ['a text that is repeated', 'return { status = ("x"):rep(1e9) }'],
  ['a text that is replaced by long ones', 'local s = ("x"):rep(10000) return { status = s:gsub("x", s) }'],
  ['a text that is replaced by what a function gives', 'local s = ("x"):rep(10000) return { status = s:gsub("x", function() return s end) }'],
  ['a text that is replaced by itself', `${LONG}return { status = s:gsub(".*", ("%0"):rep(1000)) }`],
  ['long texts as one', `${LONG}local t = {} for i = 1, 1000 do t[i] = s end return { status = table.concat(t) }`],
  ['a long text between others', `${LONG}local t = {} for i = 1, 1000 do t[i] = "a" end return { status = table.concat(t, s) }`],
  ['wide columns', 'local s = ("%999999d"):rep(1000) return { status = s:format(unpack({ 1, 2, 3 })) }'],
  ['ever new copies', `${LONG}while true do s = s:upper() end`],
  ['many values at once', 'local t = {} for i = 1, 200000 do t[i] = i end local all = {} while true do all[#all + 1] = { unpack(t) } end'],
  ['many coroutines', 'local t = {} while true do t[#t + 1] = coroutine.create(function() end) end'],
  ['steps in coroutines', 'while true do coroutine.wrap(function() while true do end end)() end'],
  ['steps in coroutines whose errors are caught', 'while true do pcall(coroutine.wrap(function() while true do end end)) end'],
  ['very many tables', 'local t = {} while true do t = { t, {}, {} } end'],
])('%s ends in an error', (_, script) => {
  expect(LuaHealth.of({ script, useOpenLibs: true }).assess({}).error).toMatch(TOO_MUCH);
}, 20_000);

test('a pattern that tries everything is stopped in its one step', () => {
  const script = 'return { status = ("a"):rep(5000):match((".-"):rep(20) .. "b") }';
  expect(LuaHealth.of({ script, useOpenLibs: true }).assess({}).error).toMatch(/context deadline exceeded: .* took 3 seconds/);
}, 20_000);

test('texts of ordinary length are no trouble, and a coroutine has its own values', () => {
  const script = `
    local parts = { ("ab"):rep(3), ("a.b"):gsub("%.", "-"), ("X"):lower() }
    parts[#parts + 1] = coroutine.wrap(function(x) return tostring(x) .. "!" end)(7)
    for word in ("one two"):gmatch("%a+") do parts[#parts + 1] = word end
    return { status = "Healthy", message = table.concat(parts, " ") }`;
  expect(LuaHealth.of({ script, useOpenLibs: true }).assess({})).toEqual({ status: 'Healthy', message: 'ababab a-b x 7! one two' });
});
