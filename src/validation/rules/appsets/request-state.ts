import { certainlyMeant, corrected } from '../../certain-edit';
import { defineRule } from '../../rule';
import { nearest } from '../../schema/similar-name';
import { exampleApplicationSet, exampleTemplate, GO_TEMPLATE } from './example-application-set';
import { generatorsOf } from './generator-entries';

/** What the API of GitLab knows. */
const STATES = ['all', 'closed', 'locked', 'merged', 'opened'];

/** Finds states of merge requests that GitLab does not know. */
export const requestState = defineRule({
  id: 'appsets/request-state',
  severity: 'error',
  kinds: ['argoproj.io/ApplicationSet'],
  since: '0.1.0',
  implements: [],
  title: 'the state of merge requests is one that GitLab knows',
  rationale: 'GitLab is asked with this text and refuses one that it does not know: the generator fails, and the set makes no Application.',
  bad: example('open'),
  good: example('opened'),
  check(entry, context) {
    for (const place of generatorsOf(entry, 'pullRequest').map((one) => one.at('gitlab', 'pullRequestState'))) {
      if (place.text === '' || place.text.includes('{{') || STATES.includes(place.text)) continue;
      const meant = nearest(place.text, STATES);
      context.report(place.pointer, 'GitLab knows no such state of a merge request', {
        received: place.text, expected: STATES.join(', '), fix: meant && `did you mean ${meant}?`, ...corrected(place.pointer, certainlyMeant(place.text, STATES)),
      });
    }
  },
});

function example(state: string): string {
  return exampleApplicationSet(`${GO_TEMPLATE}
generators:
  - pullRequest:
      gitlab:
        project: shop/web
        pullRequestState: ${state}
${exampleTemplate("'web-{{ .number }}'")}`);
}
