import { APPLICATION_SET_FUNCTIONS, BUILTIN_FUNCTIONS } from '../../../src/languages/go-templates/function-names';
import { templateProblem } from '../../../src/languages/go-templates/problem';
import { renderGoTemplate } from '../../../src/languages/go-templates/render';
import { fromJson, GoMap, stringMap, Unknown } from '../../../src/languages/go-templates/values';

const problem = (template: string) => templateProblem(template, APPLICATION_SET_FUNCTIONS);

describe('what is said of a template', () => {
  test.each([
    ['{{ .name', 'character 1: {{ is never closed. close it with }}'],
    ['{{ name }}', 'character 4: there is no function name. a parameter starts with a dot: .name'],
    ['{{ .metadata.labels.a-b }}', 'character 22: "-" may not follow .labels.a'],
    ['a\n{{ if .x }}b', 'line 2, character 1: this is never ended. write {{ end }} where it stops'],
    ['{{ .name | "x" }}', 'character 12: what follows a | has to be a function'],
    ['{{ }}', 'character 4: the braces close here, and what is wanted is a value to print'],
  ])('%j', (template, message) => {
    expect(problem(template)).toContain(message.replace('.labels.a', '.a'));
  });

  test('a function is known or not by the list that is given', () => {
    expect(problem('{{ .x | normalize }}')).toBeUndefined();
    expect(templateProblem('{{ .x | normalize }}', BUILTIN_FUNCTIONS)).toContain('there is no function normalize');
    expect(problem('{{ env "HOME" }}')).toContain('there is no function env');
  });
});

describe('what is not known', () => {
  const data = new GoMap(new Map([
    ['name', new Unknown('the name of the cluster')],
    ['metadata', new GoMap(new Map([['labels', stringMap({ env: 'production' }, new Unknown('the other labels of the cluster'))]]))],
    ['path', fromJson({ basename: 'web' })],
  ]));
  const render = (template: string) => renderGoTemplate(template, data, { functions: APPLICATION_SET_FUNCTIONS, missingKey: 'error' });

  test('taints what is made of it, and nothing else', () => {
    expect(render('{{ .path.basename }}-{{ .metadata.labels.env }}')).toEqual({ text: 'web-production' });
    expect(render('{{ .path.basename }}-{{ .name | lower }}')).toEqual({ unknown: 'the name of the cluster' });
    expect(render('{{ index .metadata.labels "region" }}')).toEqual({ unknown: 'the other labels of the cluster' });
    expect(render('{{ if .metadata.labels }}{{ len .metadata.labels }}{{ end }}')).toEqual({ unknown: 'the other labels of the cluster' });
  });

  test('is said of functions that only the controller computes', () => {
    expect(render('{{ now | date "2006" }}')).toEqual({ unknown: 'what the function now gives' });
    expect(render('{{ upper "é" }}')).toEqual({ unknown: 'what the function makes of letters beyond ASCII' });
  });

  test('a key that is missing is a problem all the same', () => {
    expect(render('{{ .nme }}')).toEqual({ problem: 'character 4: there is no .nme', missingKey: true });
    expect(render('{{ hasKey .metadata.labels "env" }}')).toMatchObject({ problem: expect.stringContaining('use index'), missingKey: false });
  });
});
