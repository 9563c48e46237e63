import { defineRule } from '../../rule';
import { exampleApplicationSet, exampleList, exampleTemplate, GO_TEMPLATE } from './example-application-set';
import { exampleSteps, rollingSyncSteps } from './rolling-sync';

const EXAMPLE = `${GO_TEMPLATE}
${exampleList('{ env: staging }', '{ env: production }')}
${exampleTemplate("'web-{{ .env }}'", { metadata: "labels:\n  env: '{{ .env }}'" })}`;

/** Finds steps of a RollingSync that wait for somebody. */
export const rollingSyncPaused = defineRule({
  id: 'appsets/rolling-sync-paused',
  severity: 'warning',
  kinds: ['argoproj.io/ApplicationSet'],
  since: '0.1.0',
  implements: [],
  title: 'every step of a RollingSync syncs something by itself',
  rationale: 'With maxUpdate 0 the controller syncs nothing of the step: somebody has to sync each Application by hand, and every later step '
    + 'waits for that. Acknowledge it where that is what is meant.',
  bad: exampleApplicationSet(`${EXAMPLE}
${exampleSteps('env').replace('25%', '0')}`),
  good: exampleApplicationSet(`${EXAMPLE}
${exampleSteps('env')}`),
  check(entry, context) {
    for (const { place } of rollingSyncSteps(entry)) {
      const maxUpdate = place.at('maxUpdate');
      if (maxUpdate.value !== 0 && !/^0+%$/.test(maxUpdate.text)) continue;
      const shown = maxUpdate.text || '0';
      context.report(maxUpdate.pointer, `with maxUpdate ${shown} somebody has to sync the Applications of the step by hand, and every later step waits`, {
        received: shown, expected: '1 or more', fix: 'write 1, or acknowledge appsets/rolling-sync-paused where a person decides',
      });
    }
  },
});
