import { newEnforcer, newModelFromString, StringAdapter } from 'casbin';
import { matchesGlob } from '../../../src/languages/globs';
import { BUILT_IN_POLICY } from '../../../src/languages/rbac-policy/builtin-policy';
import { decisionBy, DECISIONS } from './policies';

const cases = DECISIONS.flatMap(({ title, data, cases: all }) =>
  all.map((one) => ({ title, data, one, asked: `${one[0]} [${one[1].join(' ')}] ${one.slice(2, 5).join(' ')}` })));

describe('what Argo CD decides', () => {
  test.each(cases)('$title: $asked', ({ data, one }) => {
    expect(decisionBy(data, one).allowed).toBe(one[5]);
  });

  test('the table is long enough to trust', () => {
    expect(cases.length).toBeGreaterThan(60);
    expect(cases.filter(({ one }) => one[5]).length).toBeGreaterThan(25);
  });
});

describe('why', () => {
  const teams = DECISIONS.find(({ title }) => title === 'teams')!.data;
  const reason = (user: string, groups: readonly string[], ...[resource, action, object]: [string, string, string]) =>
    decisionBy(teams, [user, groups, resource, action, object, true]).reason;

  test('names the line, and whom it was found for', () => {
    expect(reason('erin', ['org:shop'], 'applications', 'sync', 'shop/web')).toBe(
      'allowed to the group org:shop by policy.csv, line 3 (p, role:shop, applications, sync, shop/*, allow)');
    expect(reason('erin', ['org:oncall'], 'applications', 'delete', 'shop/web')).toBe(
      'denied to the group org:oncall by policy.csv, line 7 (p, role:oncall, applications, delete, */*, deny)');
  });

  test('says that a group has no role', () => {
    expect(reason('erin', ['org:direct'], 'applications', 'get', 'shop/web')).toBe(
      'no line allows applications, get, shop/web; no line with g gives a role to org:direct');
  });

  test('says that the built-in roles have no regular expressions', () => {
    const { data } = DECISIONS.find(({ title }) => title === 'regular expressions')!;
    expect(decisionBy(data, ['admin', [], 'applications', 'get', 'shop/web', false]).reason).toBe(
      'denied, as a field is no regular expression: the built-in policy, line 1 (p, role:readonly, applications, get, */*, allow)');
  });
});

// Casbin for JavaScript is kept by others; it decides each question of the glob mode once more, without any of our code but the globs.
describe('Casbin', () => {
  const MODEL = `
[request_definition]
r = sub, res, act, obj
[policy_definition]
p = sub, res, act, obj, eft
[role_definition]
g = _, _
[policy_effect]
e = some(where (p.eft == allow)) && !some(where (p.eft == deny))
[matchers]
m = g(r.sub, p.sub) && fits(r.res, p.res) && fits(r.act, p.act) && fits(r.obj, p.obj)
`;

  // The traps are about how Go reads CSV, and Go's Casbin has decided those.
  const plain = DECISIONS.filter(({ title, data }) => title !== 'traps' && data['policy.matchMode'] === undefined);

  test.each(plain)('agrees: $title', async ({ data, cases: all }) => {
    const text = [BUILT_IN_POLICY.lines.map((line) => line.text).join('\n'), data['policy.csv'] ?? '', data['policy.later.csv'] ?? ''].join('\n');
    const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#')).join('\n');
    const enforcer = await newEnforcer(newModelFromString(MODEL), new StringAdapter(lines));
    await enforcer.addFunction('fits', (value: string, pattern: string) => matchesGlob(pattern, value));
    const members = (await enforcer.getGroupingPolicy()).map(([member]) => member!);
    for (const [user, groups, resource, action, object, allowed] of all) {
      const names = [data['policy.default'] ?? [], user, groups.filter((group) => members.includes(group))].flat();
      const answers = await Promise.all(names.map((name) => enforcer.enforce(name, resource, action, object)));
      const asked = { user, groups, resource, action, object };
      expect({ ...asked, allowed: answers.includes(true) }).toEqual({ ...asked, allowed });
    }
  });
});
