import type { Manifest } from '../../../src/manifests/manifest';
import { ManifestSet } from '../../../src/manifests/manifest-set';
import type { Unit } from '../../../src/manifests/unit';
import { validate, type ValidationOptions } from '../../../src/validation/engine';
import { Profile, profileOf } from '../../../src/validation/profiles';
import type { Rule } from '../../../src/validation/rule';
import { RULES } from '../../../src/validation/rules';
import { DEFAULT_TARGETS } from '../../../src/validation/targets';
import { Waiver } from '../../../src/validation/waivers';

const shop: Unit = { id: 'shop', namespace: 'shop', destination: { cluster: 'production' } };
const config: Manifest = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'web' } };

/** A rule of the registry's id that finds something in every ConfigMap. */
function finding(id: string, more: Partial<Rule> = {}): Rule {
  const { severity, title } = RULES.find((rule) => rule.id === id)!;
  return {
    id, severity, title, kinds: ['ConfigMap'], since: '0.1.0', implements: [], rationale: title, bad: '', good: '',
    check: (_entry, context) => context.report('/data', 'no'), ...more,
  };
}

const LIVENESS = finding('practices/liveness', { severity: 'warning' });
const TASTE = finding('practices/resources', { strict: true });
const MISSING = finding('references/services-exist', { needsCompleteSet: true });

function found(profile: Profile | undefined, options: Partial<ValidationOptions> = {}): string[] {
  const set = new ManifestSet();
  set.add(shop, config);
  const { findings } = validate(set, { targets: DEFAULT_TARGETS, rules: [LIVENESS, TASTE, MISSING], profile, ...options });
  return findings.map(({ severity, rule }) => `${severity} ${rule}`);
}

describe('a profile', () => {
  test('is recommended when nothing is said: without matters of taste', () => {
    expect(found(undefined)).toEqual(['error references/services-exist', 'warning practices/liveness']);
    expect(found(Profile.recommended())).toEqual(found(undefined));
  });

  test('that is strict has every rule', () => {
    expect(found(Profile.strict())).toEqual(['error references/services-exist', 'warning practices/liveness', 'info practices/resources']);
  });

  test('changes what it is asked to, and later wishes win', () => {
    const profile = Profile.recommended().with({ 'practices/resources': 'warning', 'practices/liveness': 'off' });
    expect(found(profile)).toEqual(['error references/services-exist', 'warning practices/resources']);
    expect(found(profile.with({ 'practices/liveness': 'error' }))).toEqual([
      'error practices/liveness', 'error references/services-exist', 'warning practices/resources',
    ]);
    expect(found(profile)).toHaveLength(2);
  });

  test('hears nothing in what is undefined', () => {
    const profile = Profile.recommended().with({ 'practices/resources': 'warning' });
    expect(found(profile.with({ 'practices/resources': undefined }))).toEqual(found(profile));
  });

  test('makes no error of an object that may be in the rest', () => {
    expect(found(Profile.strict().with({ 'references/services-exist': 'error' }), { complete: false })).toContain('warning references/services-exist');
  });

  test('changes what passes find too', () => {
    const set = new ManifestSet();
    set.add(shop, { ...config, data: { port: 80 } });
    const typeOf = (profile: Profile) => validate(set, { targets: DEFAULT_TARGETS, profile }).findings
      .filter(({ rule }) => rule === 'schema/type').map(({ severity }) => severity);
    expect(typeOf(Profile.recommended())).toEqual(['error']);
    expect(typeOf(Profile.recommended().with({ 'schema/type': 'info' }))).toEqual(['info']);
    expect(typeOf(Profile.recommended().with({ 'schema/type': 'off' }))).toEqual([]);
  });

  test('leaves the acknowledgement of a rule alone that it does not run', () => {
    const waivers = [new Waiver({ rule: 'practices/resources', reason: 'measured by hand', scope: { constructPath: '' } })];
    expect(found(Profile.recommended(), { rules: [TASTE], waivers })).toEqual([]);
    expect(found(Profile.strict(), { rules: [], waivers })).toEqual(['warning waivers/stale']);
  });

  test.each([
    ['practices/livness', 'error', 'the profile names the rule practices/livness, which does not exist. did you mean practices/liveness?'],
    ['practices/liveness', 'warn', 'the profile sets practices/liveness to "warn", which is no level. write error, warning, info or off'],
    ['manifests/unique', 'off', 'the profile sets manifests/unique to off, and what it finds leaves objects that cannot be written. remove it from the profile'],
  ])('refuses %s: %s', (rule, level, message) => {
    expect(() => Profile.strict().with({ [rule]: level as 'error' })).toThrow(message);
  });
});

describe('a profile as data', () => {
  test.each([
    ['recommended', 2],
    ['strict', 3],
    [{}, 2],
    [{ extends: 'strict', rules: { 'practices/liveness': 'off' } }, 2],
    [{ rules: { 'practices/resources': 'info' } }, 3],
  ])('%j', (data, count) => {
    expect(found(profileOf(data))).toHaveLength(count);
  });

  test.each<[unknown, string]>([
    ['strickt', 'there is no profile "strickt". did you mean strict?'],
    ['all', 'there is no profile "all". write recommended or strict'],
    [null, 'a profile is null. write recommended, strict, or an object with extends and rules'],
    [[], 'a profile is []. write'],
    [{ extend: 'strict' }, 'a profile has extend, which is not read. did you mean extends?'],
    [{ extends: ['strict'] }, 'a profile extends ["strict"]. write recommended or strict'],
    [{ rules: ['practices/liveness'] }, 'the rules of a profile are ["practices/liveness"]. write an object with the level of each rule by its id'],
    [{ rules: { 'practices/liveness': 0 } }, 'the profile sets practices/liveness to 0, which is no level'],
  ])('%j is refused', (data, message) => {
    expect(() => profileOf(data)).toThrow(message);
  });
});
