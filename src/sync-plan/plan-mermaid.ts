import type { PlannedApplication, PlannedWait, PlannedWave } from './planned';

/** The waves of an Application as a flowchart of Mermaid: a box for each wave, and on the arrows what is waited for. */
export function planMermaid({ waves, onFailure }: PlannedApplication): string {
  const boxes = waves.map((wave, i) => `  ${idOf(i)}["${[`<b>${wave.phase}, wave ${wave.wave}</b>`, ...wave.objects.map(({ kind, name }) => `${kind}/${name}`)].join('<br/>')}"]`);
  const end = '  done(["the sync is done"])';
  const arrows = waves.map((wave, i) => `  ${idOf(i)} -->${labelOf(wave)} ${i === waves.length - 1 ? 'done' : idOf(i + 1)}`);
  const failing = onFailure.length === 0 ? [] : [`  failed["<b>SyncFail</b><br/>${onFailure.map(({ kind, name }) => `${kind}/${name}`).join('<br/>')}"]`];
  return `${['flowchart TB', ...boxes, end, ...arrows, ...failing].join('\n')}\n`;
}

const UNTIL: Readonly<Record<PlannedWait['until'], string>> = { completed: 'completed', healthy: 'healthy', stepped: 'through its steps' };

function idOf(index: number): string {
  return `wave${index}`;
}

function labelOf({ waitsFor, isUngated, holds }: PlannedWave): string {
  if (isUngated || waitsFor.length === 0) return '|"at once"|';
  const lines = waitsFor.map(({ object, until }) => `${object.kind}/${object.name} ${UNTIL[until]}`);
  return `|"${[...lines, ...holds.map(({ object, reason }) => `! ${object.kind}/${object.name}: ${reason}`)].join('<br/>')}"|`;
}
