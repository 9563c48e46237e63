import { Place } from '../../../manifests/references/place';
import { defineRule } from '../../rule';
import { exampleApplicationSet, exampleList, exampleTemplate, GO_TEMPLATE } from './example-application-set';
import { exampleSteps, rollingSyncSteps } from './rolling-sync';

const SET = `${GO_TEMPLATE}
${exampleList('{ env: staging }', '{ env: production }')}
${exampleTemplate("'web-{{ .env }}'", {
    metadata: "labels:\n  env: '{{ .env }}'", spec: 'syncPolicy:\n  automated:\n    prune: true\n    selfHeal: true',
  })}`;

/** Finds Applications that believe to be healed under a RollingSync. */
export const rollingSyncAutomated = defineRule({
  id: 'appsets/rolling-sync-automated',
  severity: 'info',
  kinds: ['argoproj.io/ApplicationSet'],
  since: '0.1.0',
  implements: ['E37'],
  title: 'nobody relies on selfHeal under RollingSync',
  rationale: 'RollingSync switches automatic sync off on every Application and starts the syncs itself, when something in Git has changed. '
    + 'It takes prune over, but what somebody changes by hand in a cluster stays until the next sync.',
  bad: exampleApplicationSet(`${SET}
${exampleSteps('env')}`),
  good: exampleApplicationSet(`${SET.replace('\n        selfHeal: true', '')}
${exampleSteps('env')}`),
  check(entry, context) {
    if (rollingSyncSteps(entry).length === 0) return;
    const heal = Place.root(entry.manifest).at('spec', 'template', 'spec', 'syncPolicy', 'automated', 'selfHeal');
    if (heal.value !== true) return;
    context.report(heal.pointer, 'RollingSync switches automatic sync off, so nothing is healed between two syncs', {
      fix: 'leave selfHeal out, or order the Applications otherwise if they have to be healed',
    });
  },
});
