import { compareText, WAVE_ANNOTATION } from '../../../manifests/apply-order';
import { CHECKED_COMPANIONS } from '../../../manifests/checked-companions';
import { describe, type ObjectId } from '../../../manifests/manifest';
import { defineRule } from '../../rule';
import { exampleStepAnalysis, exampleTemplate } from '../analysis/example-analysis';
import { EXPERIMENT } from '../experiments/experiments-of';
import { ROLLOUT } from '../rollouts/rollout-strategy';
import { exampleMigration } from './example-job';
import { isWaitedFor } from './held-objects';
import { areOrdered, firstMoment, momentText } from './moments';
import { neededObjects } from './needed-objects';

/** Finds rollouts that Argo CD may apply before the routes and templates that they name, where it then waits for them. */
export const rolloutBeforeItsNeeds = defineRule({
  id: 'sync/rollout-before-its-needs',
  severity: 'warning',
  kinds: [ROLLOUT, EXPERIMENT],
  since: '0.1.0',
  implements: [],
  title: 'a rollout that a sync waits for comes after the routes and templates that it names',
  rationale:
    'Within a wave Argo CD applies Rollouts, VirtualServices and AnalysisTemplates by name. A Rollout that is there before them is invalid, which is Degraded, '
    + 'until the controller looks again 20 seconds later, and a sync that waits for it fails: the first one, and each that adds a template. The next one succeeds. '
    + 'A wave of their own helps whatever the names are. In code that is what SyncWaves does.',
  bad: example(''),
  good: example(`
  annotations:
    argocd.argoproj.io/sync-wave: '-1'`),
  check(entry, context) {
    const objects = context.manifests.of(entry.unit);
    if (!areOrdered(objects)) return;
    const moment = firstMoment(entry.manifest);
    if (!moment || !isWaitedFor(objects, moment)) return;
    const late = neededObjects(entry, context.manifests).filter(({ object: { id, manifest } }) => {
      const applied = firstMoment(manifest);
      return CHECKED_COMPANIONS.has(`${id.group}/${id.kind}`) && applied?.phase === moment.phase && applied.wave === moment.wave
        && compareText(entry.id.name, id.name) <= 0;
    });
    const [first] = late;
    if (!first) return;
    const names = listed(late.map(({ object }) => object.id));
    context.report(first.reference.pointer, `${entry.id.kind} ${entry.id.name} may be applied before ${names}, and the sync waits for it and fails`, {
      received: `all in ${momentText(entry.manifest, moment)}, where they come by name`,
      expected: `${names} in an earlier wave`,
      fix: `give ${names} ${WAVE_ANNOTATION}: '${moment.wave - 1}'`,
    });
  },
});

function listed(ids: readonly ObjectId[]): string {
  const names = [...new Set(ids.map(describe))];
  return names.length === 1 ? names[0]! : `${names.slice(0, -1).join(', ')} and ${names.at(-1)!}`;
}

function example(annotations: string): string {
  const template = exampleTemplate({ name: 'web-errors' }).replace('name: web-errors', `name: web-errors${annotations}`);
  const test = exampleMigration().replace('PreSync', 'PostSync').replace('name: db-migrate', 'name: smoke');
  return exampleStepAnalysis('templates:\n  - templateName: web-errors', template, test);
}
