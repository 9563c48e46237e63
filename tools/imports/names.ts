const PLURALS: ReadonlyArray<readonly [RegExp, string]> = [
  [/ies$/, 'y'],
  [/(ss|x|ch|sh|ias|us)es$/, '$1'],
  [/([^su])s$/, '$1'],
];

/** `trafficRouting` becomes `TrafficRouting`. */
export function pascal(name: string): string {
  return name.split(/[^A-Za-z0-9]+/).filter(Boolean).map((word) => word[0]?.toUpperCase() + word.slice(1)).join('');
}

/** What one item of a list is called: `steps` gives `step`. A name that is no plural stays. */
export function singular(name: string): string {
  for (const [ending, replacement] of PLURALS) {
    if (ending.test(name)) return name.replace(ending, replacement);
  }
  return name;
}

/** Gives out names, a second one of the same spelling with a number. */
export class NameTable {
  private readonly taken = new Set<string>();

  public take(wanted: string): string {
    let name = wanted;
    for (let n = 2; this.taken.has(name); n++) name = `${wanted}${n}`;
    this.taken.add(name);
    return name;
  }
}
