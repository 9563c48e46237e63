import { templateTextProblem } from '../../../languages/notification-texts';
import { defineRule } from '../../rule';
import { ofArgoCd } from '../scopes';
import { exampleTrigger, notificationsMap } from './notifications-map';

/** Finds templates that are no Go templates. */
export const templateParses = defineRule({
  id: 'argo-cd-notifications/template-parses',
  severity: 'error',
  kinds: ['ConfigMap'],
  scope: ofArgoCd,
  since: '0.1.0',
  implements: ['CD-234'],
  title: 'the texts of a notification parse as Go templates',
  rationale: 'Argo CD reads all templates when it reads the ConfigMap. One that does not parse, or calls a function that is not there, and it '
    + 'refuses the whole ConfigMap: nothing is sent any more. The functions are those of Go and sprig, without env and expandenv.',
  bad: exampleTrigger({ message: '"{{ .app.metadata.name | toYaml }} failed"' }),
  good: exampleTrigger({ message: '"{{ .app.metadata.name | toJson }} failed"' }),
  check(entry, context) {
    for (const { key, pointer, value } of notificationsMap(entry)?.templates ?? []) {
      const problem = templateTextProblem(value);
      if (problem !== undefined) context.report(pointer, `${key} does not parse, which stops all notifications: ${problem}`);
    }
  },
});
