import { defineRule } from '../../rule';
import { APPLICATION_KINDS, applicationSpec } from '../apps/application-spec';
import { argoAnnotationPointer, objectOptions } from './annotations';

/** Two options, of which the one that wins is told by what it does. Of `Prune` and `Delete` the first in the text counts. */
const CONTRADICTIONS: ReadonlyArray<readonly [string, string, string]> = [
  ['Replace=true', 'ServerSideApply=true', 'Replace=true wins, and the API server merges nothing'],
  ['ServerSideApply=false', 'ServerSideApply=true', 'ServerSideApply=false wins'],
  ['Prune=false', 'PruneLast=true', 'nothing is pruned, so nothing is pruned last'],
  ['Prune=confirm', 'Prune=false', 'the first one counts'],
  ['Delete=confirm', 'Delete=false', 'the first one counts'],
];

/** Finds sync options that cannot both hold. */
export const optionsContradict = defineRule({
  id: 'sync/options-contradict',
  severity: 'warning',
  kinds: ['*'],
  since: '0.1.0',
  implements: [],
  title: 'sync options do not contradict each other',
  rationale:
    'Argo CD takes one of two options that exclude each other and says nothing of the other. Whoever wrote both relies on one that does not hold: an '
    + 'object that is replaced is not merged by the API server, and one that is never pruned is not pruned last.',
  bad: example('Replace=true,ServerSideApply=true'),
  good: example('ServerSideApply=true'),
  check(entry, context) {
    for (const [one, other, effect] of contradictionsIn(objectOptions(entry.manifest))) {
      context.report(argoAnnotationPointer('sync-options'), `${one} and ${other} exclude each other: ${effect}`, { fix: 'keep one of the two' });
    }
    if (!APPLICATION_KINDS.includes(`${entry.id.group}/${entry.id.kind}`)) return;
    const options = applicationSpec(entry).at('syncPolicy', 'syncOptions');
    for (const [one, other, effect] of contradictionsIn(options.items.map(({ text }) => text))) {
      // An object may say Prune=confirm for itself, and is then pruned last.
      if (other === 'PruneLast=true') continue;
      context.report(options.pointer, `${one} and ${other} exclude each other: ${effect}`, { fix: 'keep one of the two' });
    }
  },
});

function contradictionsIn(options: readonly string[]): typeof CONTRADICTIONS {
  if (options.length < 2) return [];
  return CONTRADICTIONS.filter(([one, other]) => options.includes(one) && options.includes(other));
}

function example(options: string): string {
  return `
apiVersion: v1
kind: ConfigMap
metadata:
  name: web
  annotations:
    argocd.argoproj.io/sync-options: ${options}
data:
  colour: blue
`;
}
