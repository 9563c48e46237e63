import { slipOf } from '../../src/validation/slip';

test.each([
  ['settigns', ['settings'], 'settings'],
  ['settings', ['settings-2841a2346f'], 'settings-2841a2346f'],
  ['settings-2841a2346fx', ['settings-2841a2346f'], 'settings-2841a2346f'],
  ['Web', ['web'], 'web'],
  ['webb', ['web', 'api'], 'web'],
  ['eb', ['web'], 'web'],
  ['shopsettings', ['shop-settings'], 'shop-settings'],
])('%s is a slip', (written, known, meant) => {
  expect(slipOf(written, known)).toBe(meant);
});

test.each([
  ['another digit', 'web-1', ['web-2']],
  ['another short word', 'db-eu-config', ['db-us-config']],
  ['a name as short as that of others', 'api', ['app']],
  ['a letter more in a shorter one', 'db', ['d']],
  ['what it is', 'settings', ['settings']],
  ['two that it may be', 'setting', ['settings', 'settingx']],
  ['a word more', 'web', ['web-config']],
  ['a word in common', 'web-settings', ['api-settings']],
  ['nothing', '', ['x']],
])('%s is none', (_what, written, known) => {
  expect(slipOf(written, known)).toBeUndefined();
});
