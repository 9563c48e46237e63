import * as fs from 'node:fs';
import * as path from 'node:path';

/** The entries of the package, as compiled. */
const ENTRIES = ['lib/index.js', 'lib/testing/index.js'];

/** `var rollout_1 = require("./rollout");`, which the compiler writes for what an entry exports. */
const IMPORT = /^var (\w+) = require\("([^"]+)"\);\n/gm;

/** The getter that it writes for each name. */
const EXPORT = /^Object\.defineProperty\(exports, "(\w+)", \{ enumerable: true, get: function \(\) \{ return (\w+)\.(\w+); \} \}\);$/gm;

/** In a function of its own: ES modules read the names from the list at the top, unless they see a getter that they do not know. */
const LAZILY = `function lazily(name, load) {
  Object.defineProperty(exports, name, { enumerable: true, configurable: true, get: () => {
    const value = load();
    Object.defineProperty(exports, name, { enumerable: true, value });
    return value;
  } });
}
`;

/**
 * Makes an entry load a file when something of it is used, instead of all files at once: a program pays for the routers and
 * providers that it names.
 *
 * @returns the new text; the same one when the entry is lazy already
 */
export function lazy(entry: string): string {
  const files = new Map([...entry.matchAll(IMPORT)].map(([, name, file]) => [name!, file!]));
  if (files.size === 0) return entry;
  const text = entry.replace(IMPORT, '').replace(EXPORT, (_, name: string, module: string, key: string) =>
    `lazily("${name}", () => require("${files.get(module)}").${key});`);
  const missed = /^Object\.defineProperty\(exports, "(?!__esModule)(\w+)|\brequire\("undefined"\)/m.exec(text);
  if (missed) throw new Error(`the compiled entry exports ${missed[1] ?? 'something'} in a form that is not known. did the compiler change how it writes exports?`);
  return text + LAZILY;
}

if (require.main === module) {
  for (const entry of ENTRIES) {
    const file = path.resolve(__dirname, '../..', entry);
    fs.writeFileSync(file, lazy(fs.readFileSync(file, 'utf8')));
  }
}
