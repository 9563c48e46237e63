import { csvField } from '../../../src/languages/rbac-policy/csv-record';
import { RbacPolicy } from '../../../src/languages/rbac-policy/policy';
import { policyLine } from '../../../src/languages/rbac-policy/policy-line';

const read = (line: string) => policyLine('policy.csv', 1, line);

describe('a line of a policy', () => {
  test.each(['', '   ', '# p, a, b, c, d, allow', '  # g, a, b'])('says nothing: %p', (line) => {
    expect(read(line)).toBeUndefined();
  });

  test('keeps blanks before commas, and takes away those behind them', () => {
    expect(read('p,role:shop ,  applications, get, shop/*, allow ')).toMatchObject({ subject: 'role:shop ', resource: 'applications', effect: 'allow' });
  });

  test('has quotes around a field with a comma', () => {
    expect(read('g, "CN=shop, ""the"" team", role:shop')).toMatchObject({ type: 'g', member: 'CN=shop, "the" team', role: 'role:shop' });
  });

  test.each([
    ['p, role:shop, applications, *, shop/* allow', 'a line with p has 6 fields, and this one 5'],
    ['p, role:shop, applications, *, shop/*, allow, # ours', 'a line with p has 6 fields, and this one 7'],
    ['g, org:shop', 'a line with g has 3 fields, and this one 2'],
    ['g2, org:shop, role:shop', 'a line begins with p or g, and this one with "g2"'],
    [', role:shop, applications, *, shop/*, allow', 'a line begins with p or g, and this one with ""'],
    ['g, "org:shop, role:shop', 'quotes have to stand around a whole field, and are doubled inside of it'],
    ['g, "org:shop" , role:shop', 'quotes have to stand around a whole field, and are doubled inside of it'],
    ['g, org:"shop", role:shop', 'a quote stands inside of a field that does not begin with one'],
  ])('cannot be read: %s', (line, problem) => {
    expect(read(line)).toMatchObject({ type: 'unreadable', problem });
  });

  test.each(['plain', 'a, b', 'a "b"', '"', ' front', 'back ', 'a,"b"'])('is read as it was written: %p', (text) => {
    expect(read(['g', csvField(text), 'role:shop'].join(', '))).toMatchObject({ type: 'g', member: text });
  });
});

test('roles of roles are followed for ten lines, as Casbin does', () => {
  const chain = Array.from({ length: 12 }, (_, i) => `g, r${i}, r${i + 1}`).join('\n');
  const names = RbacPolicy.of({ source: 'policy.csv', text: chain }).namesOf('r0');
  expect([names.has('r10'), names.has('r11')]).toEqual([true, false]);
});
