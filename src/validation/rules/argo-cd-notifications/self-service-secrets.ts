import type { ManifestSet } from '../../../manifests/manifest-set';
import { defineRule } from '../../rule';
import { ARGO_CD_PARAMETERS, exampleMap, settingsIn } from '../argo-cd-settings/config-maps';
import { joinDocuments } from '../rollouts/example-rollout';
import { ofArgoCd } from '../scopes';
import { exampleTrigger, notificationsMap } from './notifications-map';
import { readIn, templateTexts } from './template-texts';

const SELF_SERVICE = exampleMap(ARGO_CD_PARAMETERS, 'notificationscontroller.selfservice.enabled: "true"');

/** Finds templates that read secrets where teams have notifications of their own. */
export const selfServiceSecrets = defineRule({
  id: 'argo-cd-notifications/self-service-secrets',
  severity: 'warning',
  kinds: ['ConfigMap'],
  scope: ofArgoCd,
  since: '0.1.0',
  implements: ['CD-243'],
  title: 'templates do without secrets where teams have notifications of their own',
  rationale: 'With notificationscontroller.selfservice.enabled, templates and triggers have no secrets: they would be those of Argo CD in the '
    + 'hands of every team. A template prints <no value>.',
  bad: joinDocuments(exampleTrigger({ message: '"{{ .secrets.note }}"' }), SELF_SERVICE),
  good: joinDocuments(exampleTrigger({ message: '"{{ .context.notificationType }}"' }), SELF_SERVICE),
  check(entry, context) {
    const reading = notificationsMap(entry)?.templates
      .filter(({ value }) => templateTexts(value).some(({ text }) => readIn(text).some(([first]) => first === 'secrets'))) ?? [];
    if (reading.length === 0 || !isSelfService(context.manifests)) return;
    for (const { key, pointer } of reading) {
      context.report(pointer, `${key} reads secrets, and there are none where teams have notifications of their own`, {
        received: '.secrets', expected: 'what is no secret, in .context', fix: 'take it out',
      });
    }
  },
});

function isSelfService(manifests: ManifestSet): boolean {
  return manifests.entries.some((entry) => entry.id.kind === 'ConfigMap'
    && settingsIn(entry, ARGO_CD_PARAMETERS).some(({ key, value }) => key === 'notificationscontroller.selfservice.enabled' && value === 'true'));
}
