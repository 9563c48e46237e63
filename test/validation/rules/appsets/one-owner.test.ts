import { oneOwner } from '../../../../src/validation/rules/appsets/one-owner';
import { application, applicationSet, findingsOf } from '../findings-of';

function set(name: string, generated: string): string {
  const generators = [{ list: { elements: [{ n: 'a' }] } }];
  return applicationSet(application({}), { goTemplate: true, generators }).replace('  name: web\n', `  name: ${name}\n`).replace('name: \'{{name}}\'', `name: '${generated}'`);
}

test('of two sets that make one Application the later is told', () => {
  const findings = findingsOf(oneOwner, [set('first', 'x-{{ .n }}'), set('second', 'x-{{ .n }}')].join('---\n'));
  expect(findings.map(({ message }) => message)).toEqual(['the ApplicationSet first makes an Application x-a too']);
});

test('an Application in Git is not taken over', () => {
  const yaml = [set('first', 'web'), application({})].join('---\n');
  expect(findingsOf(oneOwner, yaml).map(({ message }) => message)).toEqual(['Git holds an Application web too']);
  expect(findingsOf(oneOwner, [set('first', 'x-{{ .n }}'), application({})].join('---\n'))).toEqual([]);
});
