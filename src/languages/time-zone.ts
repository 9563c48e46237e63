/** Names that ICU knows from former times, and the time zone database, and so Go, does not. */
const ICU_ONLY: ReadonlySet<string> = new Set([
  'ACT', 'AET', 'AGT', 'ART', 'AST', 'BET', 'BST', 'CAT', 'CNT', 'CST', 'CTT', 'EAT', 'ECT', 'IET', 'IST', 'JST', 'MIT', 'NET', 'NST',
  'PLT', 'PNT', 'PRT', 'PST', 'SST', 'VST',
]);

/**
 * Why Go does not know a time zone, after "which is", and what may be meant. Undefined for one that it knows: a name of the time zone
 * database, such as `Europe/Berlin`, in its exact letters, as Go looks for a file of that name. Offsets such as `+02:00` are no zones.
 */
export function timeZoneProblem(zone: string): { readonly what: string; readonly meant?: string } | undefined {
  // Go's words for UTC and for the zone of the machine.
  if (zone === '' || zone === 'UTC' || zone === 'Local') return undefined;
  const known = ICU_ONLY.has(zone) || zone.startsWith('SystemV/') || /^[+-]/.test(zone) ? undefined : canonical(zone);
  if (known === undefined) return { what: 'no time zone' };
  // An older name, such as US/Eastern, is known by a newer one, which does not tell its letters.
  const isName = known.toLowerCase() === zone.toLowerCase() ? known === zone : !/(^|\/)[a-z]/.test(zone);
  return isName ? undefined : { what: 'no time zone in these letters', meant: known };
}

function canonical(zone: string): string | undefined {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}
