import { Place } from '../../../manifests/references/place';
import { defineRule } from '../../rule';
import { EXAMPLE_PERMISSIONS, exampleProject } from './example-project';

/** Finds names of groups that would not be those of the single sign-on. */
export const groupName = defineRule({
  id: 'projects/group-name',
  severity: 'error',
  kinds: ['argoproj.io/AppProject'],
  since: '0.1.0',
  implements: ['CD-120'],
  title: 'the groups of a role can stand in a policy',
  rationale:
    'Each group becomes a field of a policy, so a comma ends it unless the name is in double quotes. A group that is cut off has nobody in '
    + 'it, and a line that Casbin cannot read denies everything in the project.',
  bad: exampleProject(`${EXAMPLE_PERMISSIONS}
roles:
  - name: deployer
    groups:
      - CN=shop,OU=teams`),
  good: exampleProject(`${EXAMPLE_PERMISSIONS}
roles:
  - name: deployer
    groups:
      - '"CN=shop,OU=teams"'`),
  check(entry, context) {
    for (const role of Place.root(entry.manifest).at('spec', 'roles').items) {
      for (const group of role.at('groups').items) {
        const problem = typeof group.value === 'string' ? problemOf(group.value) : undefined;
        if (!problem) continue;
        context.report(group.pointer, `the group ${JSON.stringify(group.text)} ${problem.what}`, { received: group.text, fix: problem.fix });
      }
    }
  },
});

function problemOf(group: string): { readonly what: string; readonly fix: string } | undefined {
  const trimmed = group.trim();
  const isQuoted = trimmed.length > 1 && trimmed.startsWith('"') && trimmed.endsWith('"');
  const name = isQuoted ? trimmed.slice(1, -1) : trimmed;
  if (!isQuoted && name.includes(',')) return { what: 'has a comma, which ends the field', fix: `write '"${name}"', in double quotes` };
  if (name === '') return { what: 'is empty', fix: 'take it out' };
  if (/["\n\r\t]/.test(name)) return { what: 'has a quote, a tab or a line break', fix: 'write the name as the single sign-on gives it' };
  return trimmed === group ? undefined : { what: 'has a blank at an end', fix: `write ${trimmed}` };
}
