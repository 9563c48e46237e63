import { groupProblem, type KindProblem, kindProblem } from '../../../languages/kind-patterns';
import { readYaml } from '../../../languages/yaml-text';
import { isJsonObject } from '../../../manifests/json';
import type { ManifestEntry } from '../../../manifests/manifest-set';
import type { Pointer } from '../../../manifests/pointer';
import { isKindHere, kindsHere } from '../../kinds-here';
import { defineRule, type RuleContext } from '../../rule';
import { misspeltKind } from '../../schema/kind-spelling';
import { ofArgoCd } from '../scopes';
import { ARGO_CD_CONFIG, exampleConfig, settingsIn } from './config-maps';
import { customizationsIn, customizationsMap } from './customization';

/** Finds settings for kinds that no object has. */
export const resourceKinds = defineRule({
  id: 'argo-cd-settings/resource-kinds',
  severity: 'warning',
  kinds: ['ConfigMap'],
  scope: ofArgoCd,
  since: '0.1.0',
  implements: ['CD-189', 'CD-202'],
  title: 'settings of kinds are for groups and kinds that objects have',
  rationale: 'Argo CD looks for the customizations of an object under its group and kind, and for those of the core group under the kind alone. What '
    + 'stands under another name is never found, and nothing says so: the health check does not run, the field is not ignored.',
  bad: exampleConfig('resource.customizations.health.core_Service: return { status = "Healthy" }'),
  good: exampleConfig('resource.customizations.health.Service: return { status = "Healthy" }'),
  check(entry, context) {
    for (const { group, kind, received, pointer, core, isFilter } of [...customized(entry), ...filtered(entry)]) {
      const ofKind = isFilter && kind !== '*' && kind.includes('*') ? NO_PATTERN : kindProblem(kind);
      // Custom resources may be called anything.
      const ofName = ofKind && !kindsHere(context.manifests).has(kind) ? ofKind : undefined;
      const problem = groupProblem(group, core) ?? ofName ?? (ofKind || isFilter ? undefined : misspelt(group, kind, context));
      if (!problem) continue;
      context.report(pointer, `${problem.message}, so this is for nothing`, { received, fix: problem.fix });
    }
    for (const { type, kind, pointer } of customizationsIn(entry)) {
      if (!/^\.?_/.test(kind) || (kind.startsWith('_') && BY_PARTS.includes(type))) continue;
      context.report(pointer, 'Argo CD never finds what stands behind an empty group', { received: kind, fix: `write ${kind.replace(/^\.?_/, '')} alone` });
    }
  },
});

function misspelt(group: string, kind: string, { targets, manifests }: RuleContext): KindProblem | undefined {
  const found = misspeltKind(group, kind, targets);
  return found && !isKindHere(manifests, group, kind) ? { message: `there is no ${found.part} ${found.part === 'kind' ? kind : group}`, fix: `did you mean ${found.meant}?` } : undefined;
}

/** What Argo CD finds by the parts of the key, instead of by its text. */
const BY_PARTS = ['ignoreDifferences', 'ignoreResourceUpdates', 'knownTypeFields'];

// util/settings/filtered_resource.go in argoproj/argo-cd: groups are globs, kinds are not.
const NO_PATTERN = { message: 'a kind is no pattern there', fix: 'write each kind, or * alone for all of them' };

interface Named {
  readonly group: string;
  readonly kind: string;
  readonly received: string;
  readonly pointer: Pointer;
  /** What to write for the core group. */
  readonly core: string;
  /** Whether it is of a list of what Argo CD manages. */
  readonly isFilter?: true;
}

function customized(entry: ManifestEntry): Named[] {
  const keys = customizationsIn(entry).flatMap(({ kind: key, pointer }) => named(key, '_', pointer));
  // An underscore there is what argo-cd-settings/customizations-map is about.
  return [...keys, ...customizationsMap(entry).flatMap(({ key, pointer }) => (key.includes('_') ? [] : named(key, '/', pointer)))];
}

function named(key: string, separator: string, pointer: Pointer): Named[] {
  const parts = key.split(separator);
  // What has more parts, or a dot for its group, is told about elsewhere.
  if (parts.length > 2 || key === 'all' || parts[0] === '.' || (parts.length === 1 && key.includes('.'))) return [];
  const [group, kind] = parts.length === 2 ? [parts[0]!, parts[1]!] : ['', key];
  return [{ group, kind, received: key, pointer, core: `write ${kind} alone` }];
}

function filtered(entry: ManifestEntry): Named[] {
  return settingsIn(entry, ARGO_CD_CONFIG).filter(({ key }) => key === 'resource.exclusions' || key === 'resource.inclusions').flatMap(({ value: text, pointer }) => {
    const { value } = readYaml(text);
    return (Array.isArray(value) ? value as readonly unknown[] : []).filter(isJsonObject).flatMap(({ apiGroups, kinds }) => [
      ...textsIn(apiGroups).map((group) => ({ group, kind: '', received: group, pointer, core: 'write "", an empty text', isFilter: true as const })),
      ...textsIn(kinds).map((kind) => ({ group: '', kind, received: kind, pointer, core: '', isFilter: true as const })),
    ]);
  });
}

function textsIn(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}
