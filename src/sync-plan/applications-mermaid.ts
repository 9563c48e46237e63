import type { PlannedApplication, PlannedApplicationSet, PlannedObject, PlannedWave } from './planned';

/**
 * The order between Applications as a flowchart of Mermaid: a frame for each Application or folder that delivers others, with a box for
 * each wave that has some, and the steps of ApplicationSets in it.
 */
export function applicationsMermaid(applications: readonly PlannedApplication[], sets: readonly PlannedApplicationSet[]): string {
  const frames = applications
    .map((application) => ({ application, waves: application.waves.filter((wave) => wave.objects.some(isDelivery)) }))
    .filter(({ waves }) => waves.length > 0);
  const frameOf = (object: PlannedObject): number => (object.kind === 'Application' ? frames.findIndex(({ application }) =>
    application.type === 'Application' && application.name === object.name) : -1);
  return `${['flowchart TB', ...frames.flatMap(({ application, waves }, i) => {
    const id = (wave: number): string => `a${i}w${wave}`;
    const boxes = waves.map((wave, at) => `    ${id(at)}["${[`<b>wave ${wave.wave}</b>`, ...wave.objects.filter(isDelivery).flatMap((object) => told(object, sets))].join('<br/>')}"]`);
    const arrows = waves.slice(0, -1).map((wave, at) => `    ${id(at)} -->${waitOf(wave)} ${id(at + 1)}`);
    const title = application.type === 'Application' ? `Application ${application.name}` : application.type === 'folder' ? `folder ${application.name}` : application.name || 'objects';
    const below = waves.flatMap((wave, at) => wave.objects.filter((object) => frameOf(object) >= 0).map((object) => `  ${id(at)} -.->|"delivers"| a${frameOf(object)}`));
    return [`  subgraph a${i}["${title}"]`, '    direction TB', ...boxes, ...arrows, '  end', ...below];
  })].join('\n')}\n`;
}

function isDelivery({ kind }: PlannedObject): boolean {
  return kind === 'Application' || kind === 'ApplicationSet';
}

/** An object, and below a set what it makes, step by step. A name has a line of its own, as boxes are narrow. */
function told({ kind, name }: PlannedObject, sets: readonly PlannedApplicationSet[]): string[] {
  const set = kind === 'ApplicationSet' ? sets.find((one) => one.name === name) : undefined;
  return [`${kind}/${name}`, ...set?.steps.flatMap(({ applications }, i) => [`<i>step ${i + 1}</i>`, ...applications.length === 0 ? ['nothing'] : applications]) ?? []];
}

function waitOf({ waitsFor }: PlannedWave): string {
  if (waitsFor.length === 0) return '|"at once"|';
  return waitsFor.some(({ until }) => until === 'stepped') ? '|"when all steps are through"|' : '|"when healthy"|';
}
