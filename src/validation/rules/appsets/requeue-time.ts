import { defineRule } from '../../rule';
import { exampleApplicationSet, exampleTemplate, GO_TEMPLATE } from './example-application-set';
import { generatorEntries } from './generator-entries';

/** Finds generators that are never asked again. */
export const requeueTime = defineRule({
  id: 'appsets/requeue-time',
  severity: 'error',
  kinds: ['argoproj.io/ApplicationSet'],
  since: '0.1.0',
  implements: [],
  title: 'requeueAfterSeconds is not negative',
  rationale: 'With a negative number the set is not looked at again by itself, for any of its generators: what is new in Git or at the provider '
    + 'gets an Application only when something else happens to the set. 0 leaves the time to the other generators.',
  bad: example(-1),
  good: example(600),
  check(entry, context) {
    for (const { entry: place, types } of generatorEntries(entry)) {
      for (const type of types) {
        const at = place.at(type, 'requeueAfterSeconds');
        if (typeof at.value !== 'number' || at.value >= 0) continue;
        context.report(at.pointer, 'the time until the next look is negative, so there is none', {
          received: String(at.value), expected: 'a number of seconds, such as 180', fix: 'write a positive number, or leave it out',
        });
      }
    }
  },
});

function example(seconds: number): string {
  return exampleApplicationSet(`${GO_TEMPLATE}
generators:
  - git:
      repoURL: https://git.example.com/org/manifests.git
      revision: main
      requeueAfterSeconds: ${seconds}
      directories:
        - path: apps/*
${exampleTemplate("'{{ .path.basename }}'")}`);
}
