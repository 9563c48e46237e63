import { goDurationSeconds, suggestGoDuration } from '../../../languages/go-duration';
import { readYaml } from '../../../languages/yaml-text';
import { isJsonObject } from '../../../manifests/json';
import type { ManifestEntry } from '../../../manifests/manifest-set';
import { defineRule } from '../../rule';
import { nearest } from '../../schema/similar-name';
import { ofArgoCd } from '../scopes';
import { CONFIG_KEYS, type SettingKind } from './config-keys';
import { ARGO_CD_CONFIG, ARGO_CD_PARAMETERS, exampleConfig, type Setting, settingsIn } from './config-maps';
import { goBoolean } from './customization';
import { BOOLEAN_PARAMETERS, DURATION_PARAMETERS, NUMBER_PARAMETERS } from './parameter-keys';

/** Finds settings whose value Argo CD passes over. */
export const settingValues = defineRule({
  id: 'argo-cd-settings/setting-values',
  severity: 'error',
  kinds: ['ConfigMap'],
  scope: ofArgoCd,
  since: '0.1.0',
  implements: ['CD-203', 'CD-206', 'CD-207', 'CD-208'],
  title: 'settings of Argo CD have values that it can read',
  rationale: 'Everything in these ConfigMaps is text. A duration, a number or a word that Argo CD cannot read gives its default, with a '
    + 'line in a log or without; a wrong resource.respectRBAC stops the controller from watching clusters.',
  bad: exampleConfig('timeout.reconciliation: 3 minutes'),
  good: exampleConfig('timeout.reconciliation: 3m'),
  check(entry, context) {
    for (const { setting, kind } of [...configSettings(entry), ...parameters(entry)]) {
      const problem = setting.value === '' ? undefined : problemWith(setting.value, kind);
      if (problem) context.report(setting.pointer, `Argo CD cannot read the value of ${setting.key}`, { received: JSON.stringify(setting.value), ...problem });
    }
    for (const { key, value, pointer } of settingsIn(entry, ARGO_CD_CONFIG)) {
      const status = key === 'resource.compareoptions' ? statusFieldIn(value) : undefined;
      if (status === undefined || STATUS_FIELDS.includes(status)) continue;
      context.report(pointer, 'Argo CD ignores every status, as it does not know this ignoreResourceStatusField', {
        received: status, expected: STATUS_FIELDS.slice(0, 3).join(', '), fix: 'use one of those',
      });
    }
  },
});

interface KnownSetting {
  readonly setting: Setting;
  readonly kind: SettingKind;
}

interface Problem {
  readonly expected: string;
  readonly fix: string;
}

function configSettings(entry: ManifestEntry): KnownSetting[] {
  return settingsIn(entry, ARGO_CD_CONFIG).flatMap((setting) => {
    const kind = Object.hasOwn(CONFIG_KEYS, setting.key) ? CONFIG_KEYS[setting.key] : undefined;
    return kind === undefined ? [] : [{ setting, kind }];
  });
}

function parameters(entry: ManifestEntry): KnownSetting[] {
  return settingsIn(entry, ARGO_CD_PARAMETERS).flatMap((setting): KnownSetting[] => {
    if (BOOLEAN_PARAMETERS.has(setting.key)) return [{ setting, kind: 'boolean' }];
    const words = wordsOf(setting.key);
    if (words) return [{ setting, kind: words }];
    if (NUMBER_PARAMETERS.has(setting.key)) return [{ setting, kind: 'number' }];
    return DURATION_PARAMETERS.has(setting.key) ? [{ setting, kind: 'duration' }] : [];
  });
}

// A controller that finds another word ends at its start: cmd/argocd-applicationset-controller and util/cli in argoproj/argo-cd.
function wordsOf(key: string): readonly string[] | undefined {
  if (key === 'applicationsetcontroller.policy') return ['sync', 'create-only', 'create-update', 'create-delete'];
  if (key.endsWith('.log.level')) return ['trace', 'debug', 'info', 'warn', 'warning', 'error', 'fatal', 'panic'];
  return key.endsWith('.log.format') ? ['text', 'json'] : undefined;
}

function problemWith(value: string, kind: SettingKind): Problem | undefined {
  if (typeof kind !== 'string') {
    const near = kind.includes(value) ? undefined : nearest(value, kind);
    return kind.includes(value) ? undefined : { expected: kind.join(', '), fix: near ? `did you mean ${near}?` : 'use one of those' };
  }
  switch (kind) {
    case 'boolean': return goBoolean(value) === undefined ? { expected: 'true or false', fix: 'write "true" or "false"' } : undefined;
    case 'switch': return value === 'true' || value === 'false' ? undefined : { expected: 'true or false, in lower case', fix: 'write "true" or "false"' };
    case 'number': return /^[+-]?\d+$/.test(value) ? undefined : { expected: 'a whole number', fix: 'write digits only' };
    case 'duration': {
      // Argo CD takes days too, where it finds no duration of Go.
      if (goDurationSeconds(value) !== undefined || /^\d+d$/.test(value)) return undefined;
      return { expected: 'a duration such as 90s, 5m or 1h30m', fix: `write ${suggestGoDuration(value) ?? 'a number with its unit'}` };
    }
    case 'text': return undefined;
  }
}

const STATUS_FIELDS = ['all', 'crd', 'none', 'off', 'false', ''];

function statusFieldIn(text: string): string | undefined {
  const { value } = readYaml(text);
  const field = isJsonObject(value) ? value.ignoreResourceStatusField : undefined;
  return typeof field === 'string' || typeof field === 'boolean' ? String(field) : undefined;
}
