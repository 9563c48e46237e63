import { certainlyMeant, renamed } from '../../certain-edit';
import { defineRule } from '../../rule';
import { nearest } from '../../schema/similar-name';
import { ofArgoCd } from '../scopes';
import { CONFIG_KEYS, CONFIG_PREFIXES } from './config-keys';
import { ARGO_CD_CONFIG, ARGO_CD_PARAMETERS, exampleConfig, settingsIn } from './config-maps';
import { PARAMETER_KEYS } from './parameter-keys';

/** Finds settings that Argo CD does not read. */
export const knownSettings = defineRule({
  id: 'argo-cd-settings/known-settings',
  severity: 'warning',
  kinds: ['ConfigMap'],
  scope: ofArgoCd,
  since: '0.1.0',
  implements: ['CD-189'],
  title: 'settings are among those that Argo CD reads',
  rationale: 'Argo CD does not look at keys that it does not know, and says nothing about them: a setting that is misspelt, or that a '
    + 'former version had, does nothing.',
  bad: exampleConfig('resource.exclusion: "[]"'),
  good: exampleConfig('resource.exclusions: "[]"'),
  check(entry, context) {
    const { name } = entry.id;
    if (name !== ARGO_CD_CONFIG && name !== ARGO_CD_PARAMETERS) return;
    const known = name === ARGO_CD_CONFIG ? Object.keys(CONFIG_KEYS) : PARAMETER_KEYS;
    for (const { key, pointer } of settingsIn(entry, name)) {
      if (known.includes(key) || (name === ARGO_CD_CONFIG && CONFIG_PREFIXES.some((prefix) => key.startsWith(prefix)))) continue;
      // The other ConfigMap may be meant.
      const elsewhere = name === ARGO_CD_CONFIG ? PARAMETER_KEYS.includes(key) : Object.hasOwn(CONFIG_KEYS, key);
      const near = nearest(key, known);
      context.report(pointer, `Argo CD does not read ${key} from ${name}`, {
        received: key,
        expected: 'a setting of Argo CD 3.5',
        fix: elsewhere ? `put it into ${name === ARGO_CD_CONFIG ? ARGO_CD_PARAMETERS : ARGO_CD_CONFIG}` : near ? `did you mean ${near}?` : 'take it out',
        ...renamed(pointer, elsewhere ? undefined : certainlyMeant(key, known)),
      });
    }
  },
});
