import { HealthCheck } from '../../src/control-plane/argo-cd/health-check';
import type { JsonObject } from '../../src/manifests/json';
import { LuaHealth } from '../../src/testing/lua-health';

const CACHE = HealthCheck.lua({ group: 'example.com', kind: 'Cache', script: `
local hs = { status = "Progressing", message = "not looked at yet" }
if obj.status == nil then return hs end
for _, condition in ipairs(obj.status.conditions or {}) do
  if condition.type == "Ready" then
    hs.status = condition.status == "True" and "Healthy" or "Degraded"
    hs.message = condition.message or ""
  end
end
return hs
` });

describe('LuaHealth', () => {
  test.each([
    ['new', {}, 'Progressing'],
    ['ready', { status: { conditions: [{ type: 'Ready', status: 'True' }] } }, 'Healthy'],
    ['not ready', { status: { conditions: [{ type: 'Other', status: 'True' }, { type: 'Ready', status: 'False', message: 'full' }] } }, 'Degraded'],
  ])('runs the script of a HealthCheck on an object that is %s', (_, object, status) => {
    expect(LuaHealth.of(CACHE).assess(object)).toMatchObject({ status });
  });

  test('the check for Applications is as healthy as they are, and waits for one that nobody has looked at', () => {
    const health = LuaHealth.of(HealthCheck.application());
    const spec = { source: { repoURL: 'https://git.example.com/org/manifests.git', path: 'web', targetRevision: 'v2' } };
    const of = (status: JsonObject): unknown => health.assess({ kind: 'Application', spec, status }).status;
    expect(health.assess({ kind: 'Application', spec })).toMatchObject({ status: 'Progressing' });
    expect(of({ health: { status: 'Degraded' } })).toBe('Degraded');
    expect(of({ health: { status: 'Healthy' }, sync: { comparedTo: { source: spec.source } } })).toBe('Healthy');
    expect(of({ health: { status: 'Healthy' }, sync: { comparedTo: { source: { ...spec.source, targetRevision: 'v1' } } } })).toBe('Progressing');
    expect(of({ health: { status: 'Healthy' }, operationState: { phase: 'Running' } })).toBe('Progressing');
  });

  test('an object that is being deleted is Progressing, whatever the script says', () => {
    expect(LuaHealth.of({ script: 'return { status = "Healthy" }' }).assess({ metadata: { deletionTimestamp: '2026-01-01T00:00:00Z' } }))
      .toEqual({ status: 'Progressing', message: 'Pending deletion' });
  });

  test('a script that fails makes the object Unknown, with the line', () => {
    expect(LuaHealth.of({ script: 'local x = 1\nreturn { status = obj.status.phase }' }).assess({}))
      .toMatchObject({ status: 'Unknown', error: expect.stringMatching(/^<string>:2: attempt to index a nil value/) });
  });

  test('a script that is no Lua 5.1 makes the object Unknown', () => {
    expect(LuaHealth.of({ script: 'return { status = 7 // 2 }' }).assess({})).toMatchObject({ error: expect.stringMatching(/is not Lua 5\.1: line 1/) });
  });

  test('checks of a ConfigMap run with the libraries that it asks for', () => {
    const data = {
      'resource.customizations.health.example.com_Cache': 'return { status = "Healthy", message = string.upper("x") }',
      'resource.customizations.useOpenLibs.example.com_Cache': 'true',
    };
    expect(LuaHealth.fromConfigMap({ data }, { group: 'example.com', kind: 'Cache' }).assess({}).message).toBe('X');
    expect(() => LuaHealth.fromConfigMap({ data }, { kind: 'Cache' })).toThrow(
      'no health check for Cache. the checks are: resource.customizations.health.example.com_Cache');
  });

  test('time is what the test says', () => {
    const now = new Date('2026-03-04T05:06:07Z');
    const script = 'return { status = "Healthy", message = os.date("!%Y-%m-%dT%XZ") .. " " .. os.time() - os.time({ year = 2026, month = 3, day = 4, hour = 5 }) }';
    expect(LuaHealth.of({ script }, { now }).assess({}).message).toBe('2026-03-04T05:06:07Z 367');
  });

  test('libraries are required by name, those that are there', () => {
    expect(LuaHealth.of({ script: 'local os = require("os") return { status = "Healthy", message = type(os.time()) }' }).assess({}).message).toBe('number');
    expect(LuaHealth.of({ script: 'local s = require("string") return { status = "Healthy" }' }).assess({}).error).toMatch(/module string not found/);
  });
});
