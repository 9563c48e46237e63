import { goRegExpProblem } from '../../languages/conditions/go-regexp-syntax';
import { InputError } from '../../manifests/input-error';

/** Matches a text that is exactly this. */
export interface ExactMatch {
  /** The whole text. */
  readonly exact: string;
  /** Never beside `exact`. */
  readonly prefix?: undefined;
  /** Never beside `exact`. */
  readonly regex?: undefined;
}

/** Matches a text by how it begins, or by a regular expression (RE2 in most routers) that has to fit the whole of it. */
export type PatternMatch =
  | { readonly prefix: string; readonly exact?: undefined; readonly regex?: undefined }
  | { readonly regex: string; readonly exact?: undefined; readonly prefix?: undefined };

/** One way of matching a text: exactly one of `exact`, `prefix` and `regex`. */
export type TextMatch = ExactMatch | PatternMatch;

/** The match without what else the object holds. Throws when there is nothing to match, or more than one thing. */
export function textMatchToKube(match: TextMatch, what: string): { exact?: string; prefix?: string; regex?: string } {
  const { exact, prefix, regex } = match;
  const given = Object.entries({ exact, prefix, regex }).filter(([, value]) => value !== undefined);
  if (given.length !== 1) {
    throw new InputError(`${what} has ${given.length === 0 ? 'none' : given.map(([key]) => key).join(' and ')} of exact, prefix and regex. give exactly one`);
  }
  const [key, value] = given[0]!;
  if (value === '') throw new InputError(`${what} has an empty ${key}, which the controller takes for none. give it a text`);
  if (regex !== undefined) refuseRegex(regex, what);
  return { [key]: value };
}

// Istio's webhook refuses it when the controller writes the route, in the middle of a release.
function refuseRegex(regex: string, what: string): void {
  const problem = regex.length > 1024 ? `it has ${regex.length} characters, at most 1024 are allowed` : goRegExpProblem(regex);
  if (problem !== undefined) {
    throw new InputError(`${what} has the regular expression ${JSON.stringify(regex.slice(0, 80))}, which RE2 does not know: ${problem}. write one without look-around`);
  }
}
