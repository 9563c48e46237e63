import type { Pointer } from '../../../manifests/pointer';
import { certainlyMeant, corrected } from '../../certain-edit';
import { defineRule, type RuleContext } from '../../rule';
import { nearest } from '../../schema/similar-name';
import { BUILT_IN_GROUPS, KNOWN_GROUPS, partsOf } from './api-resources';
import { exampleRole } from './example-role';
import { ROLE_KINDS, roleRulesOf, wordsOf } from './role-rules';
import { groupsServed } from './served';

/** Finds resources in roles that their groups do not have. */
export const knownResource = defineRule({
  id: 'access/known-resource',
  severity: 'error',
  kinds: ROLE_KINDS,
  since: '0.1.0',
  implements: [],
  title: 'roles name resources that their groups have',
  rationale: 'The API server takes any word as a resource, and compares it with the resource of each request: the plural in small letters, as in a path of the API. '
    + 'Deployments are in the group apps and not in that of Pods. With another word, or another group, the role grants nothing, and requests are refused long after the sync.',
  bad: exampleRole({ resources: '[deployment]' }),
  good: exampleRole({ resources: '[deployments]' }),
  check(entry, context) {
    for (const rule of roleRulesOf(entry)) {
      const served = groupsServed(rule);
      if (served === 'by anybody') continue;
      const groups = wordsOf(rule, 'apiGroups').map(({ word }) => word);
      const known = new Set(groups.flatMap((group) => KNOWN_GROUPS.get(group) ?? []));
      for (const { word, pointer: at } of wordsOf(rule, 'resources')) {
        const [resource = '', part] = word.split('/');
        if (resource === '*' || resource === '') continue;
        if (known.has(resource)) reportPart(context, at, resource, part);
        else reportResource(context, at, { word, resource, groups, known, isSure: served === 'by Kubernetes' });
      }
    }
  },
});

interface UnknownResource {
  readonly word: string;
  readonly resource: string;
  readonly groups: readonly string[];
  readonly known: ReadonlySet<string>;
  /** Whether all resources of the groups are known. */
  readonly isSure: boolean;
}

function reportResource(context: RuleContext, at: Pointer, { word, resource, groups, known, isSure }: UnknownResource): void {
  const names = groups.map((group) => group === '' ? "''" : group).join(', ');
  const elsewhere = [...BUILT_IN_GROUPS].filter(([group, resources]) => group !== 'extensions' && resources.includes(resource)).map(([group]) => group);
  const plural = [...known].find((name) => name === pluralOf(resource.toLowerCase()));
  const certain = plural ?? certainlyMeant(resource, known);
  if (!isSure && certain === undefined && elsewhere.length === 0) return;
  const near = certain ?? (elsewhere.length > 0 ? undefined : nearest(resource, known));
  context.report(at, `${groups.length === 1 ? `the group ${names} has` : `the groups ${names} have`} no ${resource}, so the role grants nothing of it`, {
    received: word,
    expected: near === undefined && elsewhere.length > 0 ? `apiGroups with ${elsewhere.map((group) => group || "''").join(' or ')}` : 'the plural in small letters, as in deployments',
    fix: near !== undefined ? `did you mean ${near}?` : elsewhere.length > 0 ? 'write a rule with that group' : 'write a resource of the group',
    ...corrected(at, certain && word.replace(resource, certain)),
  });
}

function reportPart(context: RuleContext, at: Pointer, resource: string, part: string | undefined): void {
  const parts = partsOf(resource);
  if (part === undefined || part === '*' || !parts || parts.includes(part)) return;
  const near = nearest(part, parts);
  const certain = certainlyMeant(part, parts);
  context.report(at, `${resource} have no ${part}, so the role grants nothing of it`, {
    received: `${resource}/${part}`,
    expected: parts.map((one) => `${resource}/${one}`).join(', '),
    fix: near === undefined ? 'write one of these' : `did you mean ${resource}/${near}?`,
    ...corrected(at, certain && `${resource}/${certain}`),
  });
}

function pluralOf(word: string): string {
  if (/(?:[sx]|ch|sh)$/.test(word)) return `${word}es`;
  return /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`;
}
