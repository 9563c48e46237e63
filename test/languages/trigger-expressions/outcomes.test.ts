import { triggerDoubts, triggerNilRisks, triggerProblem } from '../../../src/languages/trigger-expressions/trigger-expression';
import recorded from './outcomes.json';

// `refused`, or what a new Application and one with a failed operation give: t, f, e for an error, o for another value.
const outcomes = recorded as unknown as ReadonlyArray<readonly [expression: string, marks: string]>;

// We do not know that a sum is a number.
const LENIENT = ['all([1, 2], {# + 1})'];
// What is missing here is no part that we count on being there: the operand, not a field of it, is nil.
const OTHER_ERRORS = [
  'any(app.status.conditions, .type == \'SyncError\')',
  'app.status.operationState?.retryCount > 1',
  '-app.status.operationState?.retryCount',
  'time.Parse(app.status.health.lastTransitionTime).Before(time.Now())',
];

describe('expressions of triggers, against what expr 1.17.8 made of them', () => {
  test('the table has answers of every kind', () => {
    expect(outcomes.length).toBeGreaterThan(200);
    for (const mark of ['refused', 'tt', 'ff', 'et', 'ee', 'oo']) expect(outcomes.map(([, marks]) => marks)).toContain(mark);
  });

  test.each(outcomes.filter(([expression]) => !LENIENT.includes(expression)))('%s', (expression, marks) => {
    expect(triggerProblem(expression) !== undefined).toBe(marks === 'refused');
  });

  test.each(outcomes.filter(([, marks]) => /^[tfeo]{2}$/.test(marks)))('what may be missing: %s', (expression, marks) => {
    const risks = triggerNilRisks(expression);
    if (/^e[tfo]/.test(marks) && !OTHER_ERRORS.includes(expression)) expect(risks).not.toEqual([]);
    // An operation may well have no result; the Applications of the table either have both or neither.
    if (!marks.startsWith('e')) expect(risks.filter((path) => !path.endsWith('syncResult'))).toEqual([]);
  });

  test('names that stand for nothing make a trigger that is never true, but where nil is asked for', () => {
    const doubtful = outcomes.filter(([expression]) => triggerDoubts(expression).length > 0);
    expect(doubtful.filter(([, marks]) => marks.includes('t')).map(([expression]) => expression)).toEqual(['foo == nil']);
    expect(doubtful.length).toBeGreaterThan(20);
  });
});

describe('what is said about an expression', () => {
  test.each([
    ['rollout.status.phase == "Healthy"', /nothing is called rollout/],
    ['ap.status.health.status == "Degraded"', /did you mean app\?/],
    ['time.now() != nil', /time has no now. did you mean Now\?/],
    ['app.metadata.name + 1 + len(app.metadata.name)', /^$/],
    ['len(app.metadata.name)', /it is a whole number, and only true sends anything/],
  ])('%s', (expression, message) => {
    expect(triggerDoubts(expression).join('\n')).toMatch(message);
  });

  test.each([
    ['not app.status.sync.status in [\'Synced\']', /not binds tighter: write not \(\.\.\.\)/],
    ['app.metadata.name not == \'web\'', /write != for unequal/],
  ])('%s', (expression, message) => {
    expect(triggerProblem(expression)).toMatch(message);
  });

  test('nothing about what only newer versions read', () => {
    for (const expression of ['if true { 1 } else { 2 }', '1; true', 'b"a" == b"a"', 'app.status | ::len() > 1']) expect(triggerProblem(expression)).toBeUndefined();
  });
});
