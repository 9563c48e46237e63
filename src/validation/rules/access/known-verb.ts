import { certainlyMeant, corrected } from '../../certain-edit';
import { defineRule } from '../../rule';
import { nearest } from '../../schema/similar-name';
import { VERBS } from './api-resources';
import { exampleRole } from './example-role';
import { ROLE_KINDS, roleRulesOf, wordsOf } from './role-rules';
import { groupsServed } from './served';

/** Words of other products, and what they are called here. */
const MEANT: Readonly<Record<string, string>> = {
  add: 'create', edit: 'update and patch', modify: 'update and patch', post: 'create', put: 'update', read: 'get, list and watch', remove: 'delete',
  view: 'get, list and watch', write: 'create, update, patch and delete',
};

/** Finds verbs in roles that nobody asks for. */
export const knownVerb = defineRule({
  id: 'access/known-verb',
  severity: 'error',
  kinds: ROLE_KINDS,
  since: '0.1.0',
  implements: [],
  title: 'roles of what Kubernetes serves have verbs that it asks for',
  rationale: 'The API server takes any word as a verb, and then compares it with the verb of each request, capitals and all. With another word the role grants '
    + 'nothing, and requests are refused long after the sync. Resources of others may have verbs of their own; those that are nearly one of Kubernetes are a slip.',
  bad: exampleRole({ verbs: '[get, list, wacth]' }),
  good: exampleRole({ verbs: '[get, list, watch]' }),
  check(entry, context) {
    for (const rule of roleRulesOf(entry)) {
      const builtIn = groupsServed(rule) === 'by Kubernetes';
      for (const { word, pointer: at } of wordsOf(rule, 'verbs')) {
        // Kubernetes itself has verbs with a colon for single drivers.
        if (word === '*' || VERBS.includes(word) || word.includes(':')) continue;
        const certain = certainlyMeant(word, VERBS);
        if (!builtIn && certain === undefined) continue;
        const near = certain ?? MEANT[word.toLowerCase()] ?? nearest(word, VERBS);
        context.report(at, `nobody asks for the verb ${JSON.stringify(word)}, so it grants nothing`, {
          received: word, expected: VERBS.join(', '), fix: near === undefined ? 'write one of these' : `did you mean ${near}?`, ...corrected(at, certain),
        });
      }
    }
  },
});
