import * as fc from 'fast-check';
import { says } from './argo-cd-edits';
import { APPLICATION_MUTATIONS } from './argo-cd-mutations-apps';
import { PROJECT_MUTATIONS } from './argo-cd-mutations-projects';
import { SET_MUTATIONS } from './argo-cd-mutations-sets';
import { SETTING_MUTATIONS } from './argo-cd-mutations-settings';
import { edited, findingsOf, type Program, PROGRAMS } from './argo-cd-programs';

// The same sample each time, as what passed has to pass again; SEED=<number> takes another.
const SEED = Number(process.env.SEED ?? 20261121);
const SAMPLE = 150;
const EDITED = 6;
// What a sample happens not to have, this one has.
const COMPLETE_SEED = 1;
const MUTATIONS = [...APPLICATION_MUTATIONS, ...SET_MUTATIONS, ...PROJECT_MUTATIONS, ...SETTING_MUTATIONS];

/** What is said of programs that are right, and why. */
const EXPLAINED: Readonly<Record<string, string>> = {
  'practices/allow-empty': 'a sync policy may allow it, and the program says so',
  'ownership/server-side-services': 'ignored lists and a server-side apply of one chart: the Services need an annotation that only their author can give',
};

describe(`programs for Argo CD of seed ${SEED}`, () => {
  const programsOf = (seed: number): Program[] => fc.sample(PROGRAMS, { numRuns: SAMPLE, seed }).map((make) => make());
  const right = programsOf(SEED);
  let complete: readonly Program[] | undefined;
  const said = new Map<Program, readonly string[]>();
  const saidOf = (program: Program): readonly string[] => {
    if (!said.has(program)) said.set(program, textsOf(program));
    return said.get(program)!;
  };

  test('what the constructs make has no error and no warning, whatever the program', () => {
    const warned = right.flatMap((program) => saidOf(program)).filter((text) => !Object.hasOwn(EXPLAINED, text.split(' ')[0]!));
    expect(warned).toEqual([]);
  });

  test.each(MUTATIONS.map((mutation) => [mutation.name, mutation.rule, mutation] as const))('%s is found by %s', (_, rule, { edit, needs }) => {
    const triedOn = (programs: readonly Program[]): number => {
      let tried = 0;
      for (const program of programs) {
        if (tried === EDITED) break;
        const wrong = says(program.manifests, needs) ? edited(program, edit) : undefined;
        if (!wrong) continue;
        tried++;
        expect(textsOf(wrong).filter((text) => text.startsWith(`${rule} `) && !saidOf(program).includes(text))).not.toEqual([]);
      }
      return tried;
    };
    const tried = triedOn(right) || triedOn(complete ??= programsOf(COMPLETE_SEED));
    // An edit that never applies would prove nothing.
    expect(tried).toBeGreaterThan(0);
  });
});

test('there are at least 70 wrong edits for Argo CD, each with a name of its own', () => {
  expect(MUTATIONS.length).toBeGreaterThanOrEqual(70);
  expect(new Set(MUTATIONS.map(({ name }) => name)).size).toBe(MUTATIONS.length);
});

function textsOf(program: Program): string[] {
  return findingsOf(program).map(({ rule, pointer, message }) => `${rule} ${pointer} ${message}`);
}
