import type { MissingKeyOption } from '../../../src/languages/go-templates/evaluator';
import { APPLICATION_SET_FUNCTIONS } from '../../../src/languages/go-templates/function-names';
import { templateProblem } from '../../../src/languages/go-templates/problem';
import { renderGoTemplate } from '../../../src/languages/go-templates/render';
import { fromJson, GoMap, type GoValue, stringMap } from '../../../src/languages/go-templates/values';
import recorded from './outcomes.json';

/** A template, what missingkey says, and what test/oracles/go-templates/main.go made of it. */
type Outcome = readonly [template: string, missing: string, outcome: string, text?: string];

const outcomes = recorded.outcomes as unknown as readonly Outcome[];

/** The data of the table: what stands under a key with a dollar sign is a map of text. */
function typed(value: unknown): GoValue {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return fromJson(value);
  return new GoMap(new Map(Object.entries(value).map(([key, item]) =>
    (key.startsWith('$') ? [key.slice(1), stringMap(item as Record<string, string>)] : [key, typed(item)]))));
}

const data = typed(recorded.data);

function outcomeOf(template: string, missing: string): readonly string[] {
  if (templateProblem(template, APPLICATION_SET_FUNCTIONS) !== undefined) return ['parse'];
  const missingKey = missing === '' ? 'default' : missing as MissingKeyOption;
  const result = renderGoTemplate(template, data, { functions: APPLICATION_SET_FUNCTIONS, missingKey });
  if ('text' in result) return ['ok', result.text];
  return ['problem' in result ? 'exec' : 'unknown'];
}

describe('templates, against what text/template and sprig 3.3 made of them', () => {
  test('the table has texts and both sorts of errors', () => {
    expect(outcomes.length).toBeGreaterThan(500);
    for (const kind of ['ok', 'parse', 'exec']) expect(outcomes.some(([, , outcome]) => outcome === kind)).toBe(true);
  });

  test('no outcome is wrong', () => {
    const wrong = outcomes.map(([template, missing, ...wanted]) => ({ template, missing, wanted, got: outcomeOf(template, missing) }))
      .filter(({ wanted, got }) => got[0] !== 'unknown' && JSON.stringify(wanted) !== JSON.stringify(got));
    expect(wrong).toEqual([]);
  });

  test('few outcomes are not known', () => {
    const unknown = outcomes.filter(([template, missing]) => outcomeOf(template, missing)[0] === 'unknown').map(([template]) => template);
    expect(unknown.length).toBeLessThan(outcomes.length / 20);
  });
});
