import { APPLICATION_SET_FUNCTIONS } from '../../../src/languages/go-templates/function-names';
import { templateProblem } from '../../../src/languages/go-templates/problem';
import { renderGoTemplate } from '../../../src/languages/go-templates/render';
import { fromJson } from '../../../src/languages/go-templates/values';

const render = (template: string) => renderGoTemplate(template, fromJson({ name: 'web' }), { functions: APPLICATION_SET_FUNCTIONS });

describe('what takes too long, or is too large, is not known', () => {
  test.each([
    ['ranges in each other', '{{ range until 10000 }}{{ range until 10000 }}{{ range until 10000 }}{{ end }}{{ end }}{{ end }}'],
    ['a text that grows', '{{ $x := "aa" }}{{ range until 60 }}{{ $x = replace "a" "aa" $x }}{{ end }}{{ len $x }}'],
    ['a text that replaces itself', '{{ $x := repeat 50000 "a" }}{{ $y := replace "a" $x $x }}{{ len $y }}'],
    ['matches that become long', '{{ $x := repeat 50000 "a" }}{{ $y := regexReplaceAll "a" $x $x }}{{ len $y }}'],
    ['a list that doubles', '{{ $x := list "a" }}{{ range until 60 }}{{ $x = list $x $x }}{{ end }}{{ $x }}'],
    ['a list that goes deeper and deeper', '{{ $x := list "a" }}{{ range until 9000 }}{{ $x = list $x }}{{ end }}{{ $x }}'],
    ['a long separator', '{{ $x := join (repeat 90000 "a") (until 9000) }}{{ len $x }}'],
    ['a wide place', '{{ $x := printf "%999999999s" .name }}{{ len $x }}'],
    ['many digits', '{{ printf "%.999f" 1.5 }}'],
    ['templates that call each other twice', '{{ define "a" }}{{ template "b" }}{{ template "b" }}{{ end }}{{ define "b" }}{{ template "a" }}{{ template "a" }}{{ end }}{{ template "a" }}'],
    ['many long lists', '{{ range until 9000 }}{{ $x := until 50000 }}{{ end }}'],
  ])('%s', (_, template) => {
    expect(render(template)).toHaveProperty('unknown');
  });

  test('what is done in an ordinary template is far from that', () => {
    expect(render('{{ range until 500 }}{{ range until 20 }}a{{ end }}{{ end }}')).toEqual({ text: 'a'.repeat(10_000) });
  });
});

describe('what is nested too deeply is a problem in words', () => {
  test.each([
    ['parentheses', `{{ ${'('.repeat(5000)}.name${')'.repeat(5000)} }}`],
    ['blocks', '{{ if .name }}'.repeat(5000) + '{{ end }}'.repeat(5000)],
    ['else if', `{{ if .name }}${'{{ else if .name }}'.repeat(5000)}{{ end }}`],
  ])('%s', (_, template) => {
    expect(templateProblem(template, APPLICATION_SET_FUNCTIONS)).toContain('this is nested over 300 levels deep');
  });

  test('less deep is none', () => {
    expect(render(`{{ ${'('.repeat(250)}.name${')'.repeat(250)} }}`)).toEqual({ text: 'web' });
  });
});
