/**
 * Whether a text is a version, or a range of versions, as Argo CD reads the revision of a chart: `1.16.2`, `v1.2`, `1.16.x`,
 * `>=1.16.0 <2.0.0`, `1 - 2`, `1.x || 3.x`.
 *
 * @see util/versions/tags.go in argoproj/argo-cd, github.com/Masterminds/semver
 */
export function isVersionOrRange(text: string): boolean {
  return isVersion(text) || isRange(text);
}

const MORE = String.raw`(?:-([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?(?:\+[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?`;
const VERSION = new RegExp(String.raw`^v?(\d+)(?:\.(\d+))?(?:\.(\d+))?${MORE}$`);
const PARTIAL = String.raw`v?[0-9|xX*]+(?:\.[0-9|xX*]+)?(?:\.[0-9|xX*]+)?${MORE.replace('([', '(?:[')}`;
const HYPHENATED = new RegExp(`[ ]?(${PARTIAL}) - (${PARTIAL})[ ]?`, 'g');
const COMPARISON = new RegExp(String.raw`^(?:[=~^<>]|!=|[<>]=|=[<>]|~>)?v?([0-9|xX*]+)(?:\.([0-9|xX*]+))?(?:\.([0-9|xX*]+))?${MORE}$`);

function isVersion(text: string): boolean {
  const [whole, major, minor, patch, early] = VERSION.exec(text) ?? [];
  return whole !== undefined && [major, minor, patch].every((number) => number === undefined || fits(number)) && isEarly(early);
}

function isRange(text: string): boolean {
  // Blanks mean nothing but where they separate, so one is enough.
  const spread = text.replace(/[\t\n\f\r ]+/g, ' ').replace(HYPHENATED, '>=$1,<=$2 ');
  return spread.split('||').every((alternative) => {
    const comparisons = alternative.replace(/^ | $/g, '').replace(/ ?, ?/g, ',').replace(/([=~^<>]) (?=[v0-9|xX*])/g, '$1').split(/[, ]/);
    return comparisons.every(isComparison);
  });
}

function isComparison(text: string): boolean {
  const [whole, major, minor, patch, early] = COMPARISON.exec(text) ?? [];
  if (whole === undefined || !isEarly(early)) return false;
  // Behind an x nothing is looked at.
  for (const number of [major, minor, patch]) {
    if (number === undefined || /^[xX*]$/.test(number)) return true;
    if (!fits(number)) return false;
  }
  return true;
}

/** Whether it is a number of 64 bits. */
function fits(number: string): boolean {
  return /^\d+$/.test(number) && BigInt(number) < 2n ** 64n;
}

/** Numbers in what stands behind the hyphen begin with no zero. */
function isEarly(early: string | undefined): boolean {
  return early === undefined || early.split('.').every((part) => !/^0\d+$/.test(part));
}
