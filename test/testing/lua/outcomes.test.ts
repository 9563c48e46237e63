import * as fs from 'node:fs';
import * as path from 'node:path';
import type { JsonObject } from '../../../src/manifests/json';
import { LuaHealth } from '../../../src/testing/lua-health';

/** What the interpreter of Argo CD made of a script, recorded with test/oracles/gopher-lua. */
interface Outcome {
  readonly name: string;
  readonly script: string;
  readonly object: JsonObject;
  readonly openLibs?: boolean;
  readonly fails?: boolean;
  readonly status?: string;
  readonly message?: string;
}

const OUTCOMES = JSON.parse(fs.readFileSync(path.join(__dirname, 'outcomes.json'), 'utf8')) as readonly Outcome[];

test.each(OUTCOMES)('$name', ({ script, object, openLibs = false, fails = false, status, message }) => {
  const health = LuaHealth.of({ script, useOpenLibs: openLibs }).assess(object);
  expect({ ...health, error: health.error !== undefined }).toEqual(fails
    ? { status: 'Unknown', message: expect.any(String), error: true }
    : { status, message, error: false });
});
