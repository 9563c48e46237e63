import * as vm from 'node:vm';
import { lazy } from '../../tools/build/lazy-index';

const COMPILED = `"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.Web = exports.Api = void 0;
var web_1 = require("./web");
Object.defineProperty(exports, "Web", { enumerable: true, get: function () { return web_1.Web; } });
Object.defineProperty(exports, "Api", { enumerable: true, get: function () { return web_1.Api; } });
`;

function load(text: string) {
  const loaded: string[] = [];
  const exports: Record<string, unknown> = {};
  const require = (file: string): unknown => {
    loaded.push(file);
    return { Web: 'the web', Api: 'the api' };
  };
  vm.runInNewContext(text, { exports, require });
  return { exports, loaded };
}

test('a file is loaded when something of it is used', () => {
  const { exports, loaded } = load(lazy(COMPILED));
  expect(Object.keys(exports).sort()).toEqual(['Api', 'Web']);
  expect(loaded).toEqual([]);
  expect(exports.Web).toBe('the web');
  expect(loaded).toEqual(['./web']);
});

test('an export is asked for once', () => {
  const { exports, loaded } = load(lazy(COMPILED));
  expect([exports.Api, exports.Api, exports.Api]).toEqual(['the api', 'the api', 'the api']);
  expect(loaded).toHaveLength(1);
});

test('the list of names stays, which ES modules read', () => {
  expect(lazy(COMPILED)).toContain('exports.Web = exports.Api = void 0;');
});

test('an entry that is lazy already stays as it is', () => {
  expect(lazy(lazy(COMPILED))).toBe(lazy(COMPILED));
});

test('exports in another form are refused rather than left out', () => {
  expect(() => lazy(`${COMPILED}Object.defineProperty(exports, "Job", { enumerable: true, get: () => web_1.Job });\n`))
    .toThrow('the compiled entry exports Job in a form that is not known');
});
