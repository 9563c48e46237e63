import { credentialForm } from './credential-forms';

/** What issuers begin a token with, be it as short as in an example. */
const FRONTS = /^(gh[oprsu]_|github_pat_|glpat-|gldt-|AT[AB]T|ATBB|xox[abeprs]-)/;

/** Twenty letters and digits without any other character, in which a letter follows a digit: no name looks so. */
const RANDOM = /^(?=.*\d[A-Za-z])[A-Za-z0-9_]{20,}$/;

/**
 * Whether the user of a URL without a password is a token. A name is no secret: Azure DevOps shows the organization there, and SSH needs
 * one.
 */
export function isTokenAsUser(user: string): boolean {
  return FRONTS.test(user) || RANDOM.test(user) || credentialForm(user) !== undefined;
}
