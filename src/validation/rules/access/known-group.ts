import { certainlyMeant, corrected } from '../../certain-edit';
import { defineRule } from '../../rule';
import { KNOWN_GROUPS } from './api-resources';
import { exampleRole } from './example-role';
import { ROLE_KINDS, roleRulesOf, wordsOf } from './role-rules';

/** The groups that have a name. */
const NAMED_GROUPS = [...KNOWN_GROUPS.keys()].filter((group) => group !== '');

/** Finds groups in roles that there cannot be. */
export const knownGroup = defineRule({
  id: 'access/known-group',
  severity: 'error',
  kinds: ROLE_KINDS,
  since: '0.1.0',
  implements: [],
  title: 'roles name groups of the API, without a version',
  rationale: 'The API server takes any text as a group, and compares it with the group of each request. The group of apiVersion: apps/v1 is apps, and that of '
    + 'apiVersion: v1 is the empty text. The group of a custom resource has a dot. With another one the role grants nothing, and requests are refused long after the sync.',
  bad: exampleRole({ apiGroups: '[apps/v1]' }),
  good: exampleRole({ apiGroups: '[apps]' }),
  check(entry, context) {
    for (const rule of roleRulesOf(entry)) {
      for (const { word, pointer: at } of wordsOf(rule, 'apiGroups')) {
        if (word === '*' || KNOWN_GROUPS.has(word)) continue;
        const [group = '', version] = word.split('/');
        const core = /^(v\d+((alpha|beta)\d+)?|core)$/.test(word);
        const meant = core ? '' : version === undefined ? certainlyMeant(word, NAMED_GROUPS) : group;
        if (meant === undefined && word.includes('.')) continue;
        context.report(at, `there is no group ${JSON.stringify(word)}, so the rule grants nothing of it`, {
          received: word,
          expected: core || version !== undefined ? 'the group without its version' : "the group of an apiVersion, '' for Pods, Services and ConfigMaps",
          fix: meant === undefined ? 'write the group' : `did you mean ${meant === '' ? "''" : meant}?`,
          ...corrected(at, meant),
        });
      }
    }
  },
});
