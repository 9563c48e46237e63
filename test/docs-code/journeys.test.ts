// What the pages of docs/journeys show is what their programs print. Importing a program runs it, or registers its tests.
import * as fs from 'node:fs';
import * as path from 'node:path';
import { shownOutputs } from './shown';

const PROGRAMS = path.join(__dirname, 'programs/journeys');
const PAGES = path.resolve(__dirname, '../../docs/journeys');
const MADE = path.resolve(__dirname, '../../dist');

// Stands in a block of YAML for lines that the page does not show.
const LEFT_OUT = /^ *# \.\.\.\n/m;

for (const file of filesIn(PROGRAMS, '.ts')) jest.requireActual(path.join(PROGRAMS, file));

const YAML = filesIn(MADE, '.yaml').map((file) => fs.readFileSync(path.join(MADE, file), 'utf8'));

const BLOCKS = filesIn(PAGES, '.md').flatMap((page) =>
  [...fs.readFileSync(path.join(PAGES, page), 'utf8').matchAll(/^```(text|yaml)\n([\s\S]*?)^```$/gm)]
    .map(([, language, block]) => ({ page, language: language!, block: block!, head: block!.split('\n')[0]! })));

test.each(BLOCKS.filter(({ language }) => language === 'text'))('$page shows what is printed: $head', ({ block }) => {
  expect(shownOutputs().filter((output) => output.includes(block.trimEnd()))).not.toEqual([]);
});

test.each(BLOCKS.filter(({ language }) => language === 'yaml'))('$page shows YAML that is made: $head', ({ block }) => {
  const pieces = block.split(LEFT_OUT).map((piece) => piece.trimEnd());
  expect([...YAML, ...shownOutputs()].filter((yaml) => pieces.every((piece) => yaml.includes(piece)))).not.toEqual([]);
});

function filesIn(folder: string, ending: string): string[] {
  return fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith(ending)).sort();
}
