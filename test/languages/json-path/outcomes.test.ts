import { jsonPathProblem } from '../../../src/languages/json-path';
import recorded from './outcomes.json';

/** What test/oracles/json-path/main.go made of templates. */
const templates = recorded as unknown as ReadonlyArray<readonly [template: string, outcome: string]>;

describe('templates, against what k8s.io/client-go 0.36.1 made of them', () => {
  test.each(templates)('%j is %s', (template, outcome) => {
    expect(jsonPathProblem(template) === undefined ? 'read' : 'refused').toBe(outcome);
  });
});

test.each([
  ['{.a', 'has a brace that is not closed'],
  ['{.a[b]}', 'has [b], which is no index. keys are in single quotes'],
  ['{.a#}{#}', 'has # where a path goes on'],
])('%s: %s', (template, problem) => expect(jsonPathProblem(template)).toBe(problem));
