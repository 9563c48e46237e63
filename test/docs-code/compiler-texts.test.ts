// docs/journeys/canary.md shows what the compiler says of wrong steps, in blocks without a language.
import * as fs from 'node:fs';
import * as path from 'node:path';
import { compilerMessages } from '../apps/compiler-messages';

const PAGE = fs.readFileSync(path.resolve(__dirname, '../../docs/journeys/canary.md'), 'utf8');
const PROGRAM = fs.readFileSync(path.join(__dirname, 'programs/wrong-steps.ts'), 'utf8');

test('the page shows all that the compiler says', () => {
  const messages = compilerMessages(PROGRAM.replace(/^ *\/\/ @ts-expect-error.*\n/gm, '')).map((message) => message.replace(/^\d+: /, ''));
  const shown = [...PAGE.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].filter(([, language]) => language === '').map(([, , block]) => block!.trimEnd());
  expect(shown).toEqual(messages);
});
