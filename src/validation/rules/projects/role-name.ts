import { Place } from '../../../manifests/references/place';
import { defineRule } from '../../rule';
import { EXAMPLE_PERMISSIONS, exampleProject } from './example-project';

/** Finds names of roles that Argo CD refuses. */
export const roleName = defineRule({
  id: 'projects/role-name',
  severity: 'error',
  kinds: ['argoproj.io/AppProject'],
  since: '0.1.0',
  implements: ['CD-112'],
  title: 'the name of a role has letters, digits, - and _',
  rationale: 'The name is part of the subject of policies. The API server refuses another one, so nobody can edit the project any more.',
  bad: exampleProject(`${EXAMPLE_PERMISSIONS}
roles:
  - name: on call`),
  good: exampleProject(`${EXAMPLE_PERMISSIONS}
roles:
  - name: on-call`),
  check(entry, context) {
    for (const role of Place.root(entry.manifest).at('spec', 'roles').items) {
      const name = role.at('name');
      if (typeof name.value !== 'string' || /^[a-zA-Z0-9]([-_a-zA-Z0-9]*[a-zA-Z0-9])?$/.test(name.value)) continue;
      context.report(name.pointer, `${JSON.stringify(name.value)} is no name of a role`, {
        received: name.value,
        expected: 'letters, digits, - and _, with a letter or digit at both ends',
      });
    }
  },
});
