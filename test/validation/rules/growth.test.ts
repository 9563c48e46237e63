import { RULES } from '../../../src/validation/rules';
import { looksAt } from './repeated-example';

const FEW = 8;
const MANY = 4 * FEW;

const NEAREST = 'the nearest of up to a thousand names is looked for, where one is missing';
/** Rules that compare each object with each of the others, and why that is no matter. */
const SQUARE = new Map<string, string>([
  ['appsets/one-owner', 'ApplicationSets of one name in many Argo CDs'],
  ['fleet/cluster-identity', 'registrations of one cluster in many Argo CDs'],
  ['fleet/repository-identity', 'registrations of one repository in many Argo CDs'],
  ['image-updater/annotations-read', 'an ImageUpdater is for many Applications, so there are few'],
  ['image-updater/application-namespace', 'an ImageUpdater is for many Applications, so there are few'],
  ['image-updater/source-type', 'an ImageUpdater is for many Applications, so there are few'],
  ['image-updater/write-back-kept', 'an ImageUpdater is for many Applications, so there are few'],
  ['apps/folder-written', 'the folders are listed in each finding'],
  ['appsets/config-named', NEAREST],
  ['appsets/folder-written', 'the folders are listed in each finding'],
  ['access/role-exists', NEAREST],
  ['practices/service-without-pods', NEAREST],
  ['references/analysis-templates-exist', NEAREST],
  ['references/config-named', NEAREST],
  ['practices/service-without-pods', NEAREST],
  ['references/destination-rule-host-exists', NEAREST],
  ['references/ingress-backend-exists', NEAREST],
  ['references/ingresses-exist', NEAREST],
  ['references/istio-names', NEAREST],
  ['references/route-backends-exist', NEAREST],
  ['references/router-objects-exist', NEAREST],
  ['references/selector-fits', NEAREST],
  ['references/services-exist', NEAREST],
  ['references/workload-exists', NEAREST],
]);

// Counted, not timed: with four times the objects, a rule that looks at all of them for each looks sixteen times as often.
const CASES = RULES.flatMap((rule) => [rule.bad, rule.good].flatMap((yaml, index) =>
  (['one unit', 'many units'] as const).map((spread) => [rule.id, index === 0 ? 'bad' : 'good', spread, rule, yaml] as const)));

function growth([, , spread, rule, yaml]: (typeof CASES)[number]): number {
  return looksAt(rule, yaml, MANY, spread) / Math.max(1, looksAt(rule, yaml, FEW, spread));
}

test.each(CASES.filter(([id]) => !SQUARE.has(id)))('the cost of %s grows with the objects alone (%s, %s)', (...one) => {
  expect(growth(one)).toBeLessThan(6);
});

test.each([...SQUARE.keys()])('%s is still an exception', (id) => {
  expect(CASES.filter((one) => one[0] === id).some((one) => growth(one) > 6)).toBe(true);
});
