import { healthResultProblems } from '../../../src/languages/lua/health-results';
import { luaProblem } from '../../../src/languages/lua/lua-syntax';
import { sandboxProblems } from '../../../src/languages/lua/sandbox-problems';

const resultsOf = (script: string): string[] => healthResultProblems(script).map(({ message }) => message);
const missingIn = (script: string, openLibs = false): string[] => sandboxProblems(script, { openLibs }).map(({ message }) => message);

describe('luaProblem', () => {
  test.each([
    ['return { status = "Healthy" }'],
    ['local i = 0 ::again:: i = i + 1 if i < 3 then goto again end return { status = "Healthy" }'],
    ['-- nothing'],
    ['local s = [[\nlong\n]] return { status = "Healthy", message = s }'],
  ])('takes %j', (script) => expect(luaProblem(script)).toBeUndefined());

  test.each([
    ['if obj then', 'line 1, character 12: \'end\' expected near \'<eof>\''],
    ['return 7 // 2', expect.stringMatching(/^line 1, character \d+: /)],
    ['return 1 & 2', expect.stringMatching(/^line 1/)],
    ['x = \n=', expect.stringMatching(/^line 2, character 1: /)],
  ])('refuses %j', (script, problem) => expect(luaProblem(script)).toEqual(problem));
});

describe('sandboxProblems', () => {
  test.each([
    ['return { status = string.upper("x") }', ['string.upper in line 1 is of the string library, which scripts do not have']],
    ['\nreturn { status = obj.status.phase:lower() }', [':lower() in line 2 is a function of the string library, which scripts do not have']],
    ['return { status = math["floor"](1) }', ['math in line 1 is of the math library, which scripts do not have']],
    ['os.execute("rm")', ['os.execute in line 1 does not exist']],
    ['table.unpack({})', ['table.unpack in line 1 does not exist']],
    ['return isReady(obj)', ['isReady in line 1 is not set anywhere, so it is nil']],
    ['return { status = object.status }', ['object in line 1 is not set anywhere, so it is nil']],
  ])('finds what is missing in %j', (script, messages) => expect(missingIn(script)).toEqual(messages));

  test.each([
    ['local string = { upper = tostring } return { status = string.upper("x") }'],
    ['hs = {} hs.status = "Healthy" table.insert(hs, 1) return hs'],
    ['function ready(o) return o.status end return { status = ready(obj) }'],
    ['local os = require("os") return { status = "Healthy", message = os.date("!%Y") .. unpack({ "x" }) .. tostring(optional) }'],
    ['local M = {} function M:find() end M:find()'],
    ['if obj then'],
  ])('has nothing against %j', (script) => expect(missingIn(script)).toEqual([]));

  test('lets a script with the open libraries use them', () => {
    expect(missingIn('return { status = ("x"):upper() .. string.rep("x", math.floor(1.5)) .. os.getenv("x") }', true)).toEqual([]);
  });
});

describe('healthResultProblems', () => {
  test.each([
    ['hs = {} return hs', ['line 1 returns hs, which may have no status there']],
    ['hs = {}\nif obj.status then hs.status = "Healthy" end\nreturn hs', ['line 3 returns hs, which may have no status there']],
    ['hs = {}\nfor _, c in ipairs(obj.conditions) do hs.status = "Healthy" end\nreturn hs', ['line 3 returns hs, which may have no status there']],
    ['if obj.status then return { status = "Healthy" } end', ['the script can end without a result']],
    ['return', ['line 1 returns nothing']],
    ['return {}', ['line 1 returns a table without status']],
    ['return "Healthy"', ['line 1 returns "Healthy", which is no table']],
    ['hs = { status = "Healthy" }\nreturn hss', ['line 2 returns hss, which is never set']],
    ['return { message = "x" }', ['line 1 returns a table without status']],
    ['return { status = "Running" }', ['line 1 says the status "Running", which Argo CD does not know']],
    ['local hs = {} hs.status = \'healthy\' return hs', ['line 1 says the status "healthy", which Argo CD does not know']],
  ])('doubts %j', (script, messages) => expect(resultsOf(script)).toEqual(messages));

  test.each([
    ['hs = { status = "Progressing" } if obj.status then hs.status = obj.status.phase end return hs'],
    ['hs = {} if obj.status then hs.status = "Healthy" else hs["status"] = "Progressing" end return hs'],
    ['hs = {} if obj.status == nil then hs.status = "Progressing" return hs end hs.status = "Healthy" return hs'],
    ['local hs = {} local function set(s) hs.status = s end set("Healthy") return hs'],
    ['local hs = {} fill(hs) return hs'],
    ['local hs = {} local condition = {} condition.status = "False" hs.status = "Healthy" return hs'],
    ['if obj.status then return { status = "Healthy" } end error("no status")'],
    ['local check = function() return {} end check() return { ["status"] = "Healthy" }'],
    ['while true do return { status = "Healthy" } end return { status = "Unknown" }'],
    ['repeat hs = { status = "Healthy" } until true return hs'],
    ['return health(obj)'],
    ['_G["hs"] = { status = "Healthy" } return hs'],
    ['local function check() hs = { status = "Healthy" } end check() return hs'],
    ['for _, one in ipairs(obj.results) do return one end return { status = "Healthy" }'],
    ['function hs() end return hs'],
    ['return obj'],
    ['if obj then'],
  ])('has nothing against %j', (script) => expect(resultsOf(script)).toEqual([]));
});
