import { defineRule } from '../../rule';
import { exampleMap } from '../argo-cd-settings/config-maps';
import { joinDocuments } from '../rollouts/example-rollout';
import { exampleApplicationSet, exampleList, exampleTemplate, GO_TEMPLATE } from './example-application-set';
import { argoCdParameter } from './parameters-of-argo-cd';
import { exampleSteps, rollingSyncSteps } from './rolling-sync';

const KEY = 'applicationsetcontroller.enable.progressive.syncs';

const SET = exampleApplicationSet(`${GO_TEMPLATE}
${exampleList('{ env: staging }', '{ env: production }')}
${exampleTemplate("'web-{{ .env }}'", { metadata: "labels:\n  env: '{{ .env }}'" })}
${exampleSteps('env')}`);

/** Finds steps that the controller does not follow. */
export const progressiveSyncs = defineRule({
  id: 'appsets/progressive-syncs',
  severity: 'warning',
  kinds: ['argoproj.io/ApplicationSet'],
  since: '0.1.0',
  implements: ['CD-182', 'E37'],
  title: 'progressive syncs are switched on where a set has steps',
  rationale: 'Without the switch the controller ignores the strategy without a word, and production is synced together with staging. Looked at '
    + 'only where argocd-cmd-params-cm is among the manifests; the variable ARGOCD_APPLICATIONSET_CONTROLLER_ENABLE_PROGRESSIVE_SYNCS '
    + 'and a flag of the controller do the same.',
  bad: joinDocuments(SET, exampleMap('argocd-cmd-params-cm', "applicationsetcontroller.log.level: 'info'")),
  good: joinDocuments(SET, exampleMap('argocd-cmd-params-cm', `${KEY}: 'true'`)),
  check(entry, context) {
    if (rollingSyncSteps(entry).length === 0) return;
    const value = argoCdParameter(entry, KEY, context.manifests);
    if (value === undefined || /^(1|t|T|TRUE|true|True)$/.test(value)) return;
    context.report('/spec/strategy', 'the controller ignores the steps, as progressive syncs are off', {
      received: value === '' ? 'not set' : value, expected: `${KEY}: 'true' in argocd-cmd-params-cm`, fix: 'set it, and restart the controller',
    });
  },
});
