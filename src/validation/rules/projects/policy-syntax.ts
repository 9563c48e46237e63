import { Place } from '../../../manifests/references/place';
import { defineRule } from '../../rule';
import { nearest } from '../../schema/similar-name';
import { EXAMPLE_PERMISSIONS, exampleProject } from './example-project';

/** Finds policies of a project's roles that Argo CD refuses, or that grant nothing. */
export const policySyntax = defineRule({
  id: 'projects/policy-syntax',
  severity: 'error',
  kinds: ['argoproj.io/AppProject'],
  since: '0.1.0',
  implements: ['CD-114', 'CD-115', 'CD-116', 'CD-117', 'CD-118', 'CD-119', 'CD-132', 'CD-139'],
  title: 'a policy of a role is about its own role and its own project',
  rationale:
    'A policy has six fields: p, proj:<project>:<role>, resource, action, <project>/<object>, allow or deny. The API server refuses anything '
    + 'else. From Git it is taken as it is, and a line that cannot be read makes every request about the project fail.',
  bad: exampleProject(`${EXAMPLE_PERMISSIONS}
roles:
  - name: deployer
    policies:
      - p, proj:shop:deployer, applications, sync, payments/*, allow`),
  good: exampleProject(`${EXAMPLE_PERMISSIONS}
roles:
  - name: deployer
    policies:
      - p, proj:shop:deployer, applications, sync, shop/*, allow`),
  check(entry, context) {
    for (const role of Place.root(entry.manifest).at('spec', 'roles').items) {
      for (const policy of role.at('policies').items) {
        if (typeof policy.value !== 'string') continue;
        const problem = problemOf(policy.value, entry.id.name, role.at('name').text);
        if (!problem) continue;
        context.report(policy.pointer, problem.message, { received: problem.received, expected: problem.expected, fix: problem.fix });
      }
    }
  },
});

interface Problem {
  readonly message: string;
  readonly received: string;
  readonly expected: string;
  readonly fix?: string;
}

const RESOURCES = ['applications', 'applicationsets', 'clusters', 'exec', 'logs', 'repositories'];
const ACTIONS = ['get', 'create', 'update', 'delete', 'sync', 'override', '*'];

function problemOf(policy: string, project: string, role: string): Problem | undefined {
  const fields = policy.split(',').map((field) => field.replace(/^ +| +$/g, ''));
  if (fields.length !== 6 || fields[0] !== 'p') {
    return {
      message: fields[0] === 'p' ? `the policy has ${fields.length} fields, and it takes 6` : 'the policy does not begin with p',
      received: policy,
      expected: `p, proj:${project}:${role}, applications, sync, ${project}/*, allow`,
    };
  }
  const blank = policy.split(',').find((field, i) => i < 5 && /\s$/.test(field));
  if (blank !== undefined) {
    // The API server takes it, and who asks for a permission does not find it: a denial would let through.
    return {
      message: 'the policy has a blank before a comma, which belongs to the field, so it fits nothing',
      received: JSON.stringify(blank), expected: JSON.stringify(blank.trimEnd()), fix: 'take out the blank before the comma',
    };
  }
  const [, subject = '', resource = '', action = '', object = '', effect = ''] = fields;
  const one = (message: string, received: string, expected: string, near?: string): Problem => ({ message, received, expected, fix: near && `did you mean ${near}?` });
  if (subject !== `proj:${project}:${role}`) return one(`the policy is about ${subject}, and not about its own role`, subject, `proj:${project}:${role}`);
  if (!RESOURCES.includes(resource)) return one(`roles of projects have no resource ${resource}`, resource, RESOURCES.join(', '), nearest(resource, RESOURCES));
  if (!ACTIONS.includes(action) && !/(action|update|delete)\//.test(action)) {
    return one(`there is no action ${action}`, action, `${ACTIONS.join(', ')}, or action/<group>/<kind>/<action>`, nearest(action, ACTIONS));
  }
  if (!object.startsWith(`${project}/`) || !/^([*\w.-]+\/)?[*\w.-]+$/.test(object.slice(project.length + 1))) {
    return one(`the object ${object} is not one of the project ${project}`, object, `${project}/<application> or ${project}/<namespace>/<application>`);
  }
  return effect === 'allow' || effect === 'deny' ? undefined : one(`a policy does not ${effect}`, effect, 'allow or deny', nearest(effect, ['allow', 'deny']));
}
