import { secondsText } from '../simulation/metric-words';
import type { LateSettings, PlannedApplication, PlannedApplicationSet, PlannedObject, PlannedStep, PlannedWait, PlannedWave } from './planned';
import { filled } from './text-filling';

const WIDTH = 78;

/** A plan as people review it: an ApplicationSet stands in front of the first Application that it makes. */
export function planText(applications: readonly PlannedApplication[], sets: readonly PlannedApplicationSet[]): string {
  const told = new Map<string, string>();
  const open = [...sets];
  const blocks: string[] = [];
  for (const application of applications) {
    const of = open.findIndex(({ name }) => application.deliveredBy === `ApplicationSet/${name}`);
    // Sets in front of it make nothing that is known.
    if (of >= 0) blocks.push(...open.splice(0, of + 1).map(setText));
    blocks.push(applicationText(application, told));
  }
  return `${[...blocks, ...open.map(setText)].join('\n\n')}\n`;
}

function setText(set: PlannedApplicationSet): string {
  const width = `step ${set.steps.length}`.length + 3;
  const steps = set.steps.flatMap((step, i) => filled(`  ${`step ${i + 1}`.padEnd(width)}`, stepText(step), WIDTH));
  const rest = set.steps.length === 0 ? ['  makes its Applications in no order'] : [
    ...set.inUnknownStep.length > 0 ? filled('  in a step that is not known here: ', listed(set.inUnknownStep), WIDTH) : [],
    ...set.inNoStep.length > 0 ? filled('  ! in no step, and never synced: ', listed(set.inNoStep), WIDTH) : [],
  ];
  return [
    `ApplicationSet ${set.name}${from(set.deliveredBy)}`, ...steps, ...rest,
    ...set.problems.flatMap((problem) => filled('  ! makes nothing: ', problem, WIDTH)),
    ...set.unknown.flatMap((reason) => filled('  there may be other Applications: ', reason, WIDTH)),
  ].join('\n');
}

function stepText({ applications, maxUpdate }: PlannedStep): string {
  const names = applications.length === 0 ? 'nothing' : listed(applications);
  return maxUpdate === undefined || applications.length < 2 ? names : `${names}; ${String(maxUpdate)} at a time`;
}

function applicationText(application: PlannedApplication, told: Map<string, string>): string {
  const title = titleOf(application);
  const place = placeText(application);
  const lines = [title, ...place === '' ? [] : filled('  ', place, WIDTH)];
  if (application.deliveredBy?.startsWith('Application/')) lines.push(`  delivered by ${application.deliveredBy}`);
  if (application.count !== 'one') lines.push(application.count === 'any' ? '  any number of Applications like this' : '  perhaps');
  if (application.type === 'Application' && application.startedBy === 'a person') lines.push('  synced by a person');
  const body = bodyOf(application);
  const key = body.join('\n');
  const same = told.get(key);
  // What runs on many clusters is read once.
  if (same !== undefined && application.waves.length > 0) return [...lines, `  like ${same}`].join('\n');
  told.set(key, title);
  return [...lines, ...body].join('\n');
}

function titleOf({ type, name }: PlannedApplication): string {
  if (type === 'objects') return name === '' ? 'Objects' : `Objects of ${name}`;
  return `${type === 'folder' ? 'Folder' : 'Application'} ${name}`;
}

function bodyOf(application: PlannedApplication): string[] {
  const { waves, onFailure, beforeDeletion, afterDeletion, skipped, neverApplied, unknown } = application;
  const named = (object: PlannedObject): string => nameIn(application, object);
  return [
    ...unknown.length > 0 ? filled('  not known here: ', `what ${unknown.join(' and ')} ${unknown.length === 1 ? 'brings' : 'bring'}`, WIDTH) : [],
    ...waves.flatMap((wave, i) => [...wave.phase === waves[i - 1]?.phase ? [] : [`  ${wave.phase}`], ...waveText(wave, waves.length === 1, named)]),
    ...listText('when a sync fails', onFailure, named),
    ...listText('before it is deleted', beforeDeletion, named),
    ...listText('after it is deleted', afterDeletion, named),
    ...listText('left alone', skipped, named),
    ...listText('! never applied', neverApplied, named),
    ...remarks(application).flatMap((remark) => filled('  ', remark, WIDTH)),
  ];
}

function waveText(wave: PlannedWave, isOnly: boolean, named: (object: PlannedObject) => string): string[] {
  const head = `    wave ${wave.wave}`.padEnd(13);
  const indent = ' '.repeat(13);
  const objects = wave.objects.map((object, i) => `${i === 0 ? head : indent}${named(object)}${markOf(wave, object)}`);
  const end = wave.isUngated
    ? [`${indent}-> ${isOnly ? 'the only wave' : 'the last wave'}: done once it is applied`]
    : wave.waitsFor.length === 0 ? [`${indent}-> goes on at once`] : filled(`${indent}-> `, waitText(wave.waitsFor, named), WIDTH);
  const holds = wave.holds.flatMap(({ object, reason, holds: behind }) =>
    filled(`${indent}!  `, `${named(object)}: ${reason}. ${heldText(behind)}`, WIDTH));
  const releases = wave.releases.flatMap(({ object, seconds, isAtLeast }) => filled(`${indent}   `,
    `an update of ${named(object)} takes ${secondsText(seconds)}${isAtLeast ? ' or more' : ''}, beside the time that its pods need. a revert waits as long`, WIDTH));
  return [...objects, ...end, ...releases, ...holds];
}

/** What waits; of many the first, as the others come after it anyway. */
function heldText(behind: readonly string[]): string {
  if (behind.length === 0) return 'the sync ends no earlier';
  if (behind.length > 4) return `${behind[0]!} and the ${behind.length - 1} after it wait`;
  return `${listed(behind)} ${behind.length === 1 ? 'waits' : 'wait'}`;
}

function markOf({ phase }: PlannedWave, { isCreatedNamespace, isHook }: PlannedObject): string {
  if (isCreatedNamespace) return ', if it is not there';
  return isHook && phase === 'Sync' ? ', a hook' : '';
}

function waitText(waits: readonly PlannedWait[], named: (object: PlannedObject) => string): string {
  const until = (state: PlannedWait['until'], one: string, several: string): string[] => {
    const objects = waits.filter((wait) => wait.until === state).map(({ object }) => named(object));
    return objects.length === 0 ? [] : [`${listed(objects)} ${objects.length === 1 ? one : several}`];
  };
  return `waits until ${[
    ...until('completed', 'has completed', 'have completed'),
    ...until('healthy', 'is healthy', 'are healthy'),
    ...until('stepped', 'has gone through its steps', 'have gone through their steps'),
  ].join(', ')}`;
}

function listText(title: string, objects: readonly PlannedObject[], named: (object: PlannedObject) => string): string[] {
  return objects.length === 0 ? [] : [`  ${title}`, ...objects.map((object) => `             ${named(object)}`)];
}

function remarks({ type, waves, pruning, lateSettings, appliesDifferencesOnly }: PlannedApplication): string[] {
  const inSync = [...new Set(waves.filter(({ phase }) => phase === 'Sync').map(({ wave }) => wave))];
  return [
    ...lateText(lateSettings),
    ...appliesDifferencesOnly && waves.length > 1 ? [differencesText(waves)] : [],
    ...type !== 'Application' || waves.length === 0 ? [] : pruning === 'kept'
      ? ['what is taken out of Git stays: pruning is off']
      : pruning === 'last' ? ['what is taken out of Git is deleted last']
        : inSync.length > 1 ? [`what is taken out of Git is deleted from wave ${inSync.at(-1)!} to wave ${inSync[0]!}`] : [],
  ];
}

/** What is not waited for on a first installation. */
function lateText(late: readonly LateSettings[]): string[] {
  return late.map(({ until, configMap, broughtBy: { kind, name } }) =>
    `! on a first installation ${until === 'healthy' ? 'no Application is waited for' : 'no ApplicationSet goes through steps'} `
    + `before ${kind}/${name}, which brings ${configMap}, is synced`);
}

// Hooks always differ: gitops-engine/pkg/sync/sync_context.go (filterOutOfSyncTasks) in argoproj/argo-cd.
function differencesText(waves: readonly PlannedWave[]): string {
  const withHook = waves.filter(({ phase, objects }) => phase !== 'PreSync' && objects.some(({ isHook }) => isHook));
  if (withHook.length === 0) return 'applies only what differs, and does not wait for the last wave in which something does';
  if (withHook.at(-1) === waves.at(-1)) return 'applies only what differs, and all hooks';
  return 'applies only what differs, and all hooks. a last wave behind them in which something differs is not waited for';
}

function placeText({ type, sources, cluster, namespace }: PlannedApplication): string {
  if (type !== 'Application') return type === 'folder' ? 'no Application here delivers it' : '';
  const where = [...cluster === '' ? [] : [cluster], ...namespace === '' ? [] : [`namespace ${namespace}`]].join(', ');
  return `${listed(sources)} -> ${where === '' ? 'a place that is not known here' : where}`;
}

/** `Kind/name`, with the namespace where it is not that of the Application. */
function nameIn({ namespace }: PlannedApplication, { kind, name, namespace: own }: PlannedObject): string {
  return own === '' || own === namespace ? `${kind}/${name}` : `${kind}/${own}/${name}`;
}

function from(deliveredBy: string | undefined): string {
  return deliveredBy === undefined ? '' : `\n  delivered by ${deliveredBy}`;
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)!}`;
}
