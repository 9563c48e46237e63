import { describe } from '../manifests/manifest';
import type { PlannedApplication, PlannedObject, PlannedWave, SyncPhase } from '../sync-plan/planned';

/** What is wanted of a wave. What is left out may be anything, and other objects may be in it. */
export interface WantedWave {
  /**
   * The phase of the sync.
   * @default - any phase
   */
  readonly phase?: SyncPhase;
  /**
   * The number of the wave.
   * @default - any wave
   */
  readonly wave?: number;
  /** Objects that are applied in it: `Rollout/web`, or with the namespace, `Rollout/shop/web`. */
  readonly objects: readonly string[];
  /**
   * Those of its objects that Argo CD waits for before it goes on.
   * @default - any
   */
  readonly waitsFor?: readonly string[];
}

/**
 * Objects in the order in which Argo CD is to apply them: each step in a later wave, or phase, than the one before. A step is an object,
 * `Rollout/web`, several that are applied in one wave, or a wave of which more is wanted. What is not named may be anywhere.
 */
export type WantedOrder = ReadonlyArray<string | readonly string[] | WantedWave>;

/** What of an order is not so in the plan of one Application; nothing when it is. */
export function brokenOrder(wanted: WantedOrder, { waves }: PlannedApplication): string | undefined {
  let last = -1;
  for (const [i, step] of wanted.map(waveOf).entries()) {
    const problem = missingObject(step, waves) ?? notTogether(step, waves);
    if (problem !== undefined) return problem;
    const found = waves.findIndex((wave, at) => at > last && step.objects.every((name) => isIn(wave.objects, name)) && fits(step, wave));
    if (found < 0) return misplaced(step, waves, i === 0 ? undefined : { wave: waves[last]!, name: nameOf(waveOf(wanted[i - 1]!)) });
    last = found;
  }
  return undefined;
}

/** Whether an Application has one of the objects of an order. */
export function isAbout(wanted: WantedOrder, { waves }: PlannedApplication): boolean {
  return wanted.map(waveOf).some(({ objects }) => objects.some((name) => waves.some((wave) => isIn(wave.objects, name))));
}

/** The objects of each wave, in a line. */
export function wavesText({ waves }: PlannedApplication): string {
  return waves.map((wave) => `  ${placeOf(wave)}: ${wave.objects.map(({ kind, name }) => `${kind}/${name}`).join(', ')}`).join('\n');
}

function waveOf(step: WantedOrder[number]): WantedWave {
  if (typeof step === 'string') return { objects: [step] };
  return 'objects' in step ? step : { objects: step };
}

function missingObject({ objects }: WantedWave, waves: readonly PlannedWave[]): string | undefined {
  const missing = objects.find((name) => !waves.some((wave) => isIn(wave.objects, name)));
  return missing === undefined ? undefined : `no wave of a sync applies ${missing}`;
}

function notTogether({ objects }: WantedWave, waves: readonly PlannedWave[]): string | undefined {
  if (waves.some((wave) => objects.every((name) => isIn(wave.objects, name)))) return undefined;
  return `${objects.map((name) => `${name} is applied in ${placesOf(name, waves)}`).join(', ')}, and one wave was wanted for them`;
}

/** The step before, and the wave that it was found in. */
interface StepBefore {
  readonly wave: PlannedWave;
  readonly name: string;
}

function misplaced(step: WantedWave, waves: readonly PlannedWave[], before: StepBefore | undefined): string {
  const [first] = step.objects;
  const own = waves.filter((wave) => step.objects.every((name) => isIn(wave.objects, name)));
  const fitting = own.find((wave) => fits(step, wave));
  const applied = `${nameOf(step)} is applied in ${placesOf(first ?? '', own)}`;
  if (fitting && before) return `${applied}, and was wanted after ${before.name}, which is applied in ${placeOf(before.wave)}`;
  const idle = step.waitsFor?.find((name) => !own.some((wave) => isIn(wave.waitsFor.map(({ object }) => object), name)));
  if (idle !== undefined) return `${applied}, where Argo CD does not wait for ${idle}, and was to`;
  return `${applied}, and was wanted in ${[step.phase, step.wave !== undefined && `wave ${step.wave}`].filter(Boolean).join(' ')}`;
}

function fits({ phase, wave, waitsFor = [] }: WantedWave, planned: PlannedWave): boolean {
  return (phase ?? planned.phase) === planned.phase && (wave ?? planned.wave) === planned.wave
    && waitsFor.every((name) => isIn(planned.waitsFor.map(({ object }) => object), name));
}

function isIn(objects: readonly PlannedObject[], name: string): boolean {
  return objects.some((object) => name === `${object.kind}/${object.name}` || name === describe(object));
}

function nameOf({ objects }: WantedWave): string {
  return objects.join(' and ');
}

function placesOf(name: string, waves: readonly PlannedWave[]): string {
  return waves.filter((wave) => isIn(wave.objects, name)).map(placeOf).join(' and ');
}

function placeOf({ phase, wave }: PlannedWave): string {
  return `${phase} wave ${wave}`;
}
