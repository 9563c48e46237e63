import type { ConformanceLines } from '../line';

/** argocd-rbac-cm: util/rbac in argoproj/argo-cd. */
export const RBAC: ConformanceLines = {
  'CD-210': 'each line of the policy is one line of CSV',
  'CD-211': 'a line is p with six fields or g with three',
  'CD-212': { check: 'blanks before a comma belong to the field', rest: '`ArgoCdRbac` puts fields that need them in quotes' },
  'CD-213': 'an effect other than allow and deny decides nothing',
  'CD-214': { check: 'further keys `policy.<name>.csv` come after `policy.csv`, sorted', unwritable: '`ArgoCdRbac` writes one key' },
  'CD-215': 'the mode of matching is glob or regex, and anything else is glob',
  'CD-216': 'scopes is a YAML list of texts',
  'CD-217': 'a role that is given and has no policies is only warned of',
  'CD-218': { check: 'allowed by one line, denied by none; a star fits slashes too', rest: '`ArgoCdRbac.may` and `ArgoCdPolicy.may` decide so' },
  'CD-219': 'the default role is asked first, and what it allows cannot be denied',
  'CD-220': { check: 'a group counts only where a line with g gives it a role', unwritable: 'a policy takes roles and users, and a group takes roles' },
  'CD-221': { check: 'the roles of a project count for what belongs to it', unwritable: '`ArgoCdRbac.may` counts the roles of the projects of the app' },
  'CD-222': { check: 'a sync needs get as well', unwritable: '`Policy.allow` with sync writes get too' },
  'CD-223': 'update and delete of an Application do not reach its objects',
  'CD-224': { check: 'logs need a policy of their own', cluster: 'who is to read logs is not written anywhere else; ask `may` in a test' },
  'CD-225': { check: 'resources, and the actions of each', unwritable: '`RbacActions`: the actions are typed by the resource' },
  'CD-226': { check: 'objects are `<project>/<name>` where they belong to a project', unwritable: '`RbacObjects`: the object is typed by the resource' },
  'CD-227': { check: 'role:admin and role:readonly can be added to and not reduced', unwritable: '`Role.named(\'admin\')` does not compile' },
};
