import type { ManifestEntry } from '../../../manifests/manifest-set';
import { defineRule } from '../../rule';
import type { Targets } from '../../targets';

/** Finds names that the kind does not allow. */
export const nameSyntax = defineRule({
  id: 'manifests/name-syntax',
  severity: 'error',
  kinds: ['*'],
  since: '0.1.0',
  implements: [],
  title: 'the name of an object is one that its kind allows',
  rationale:
    'The API server refuses any other name, and Argo CD fails the whole sync with it. Most kinds take a DNS name of up to 253 '
    + 'characters; Service and Namespace take a single DNS label, and the pods of a Job or CronJob need room for a suffix.',
  bad: `
apiVersion: v1
kind: ConfigMap
metadata:
  name: Web_Settings
data:
  colour: blue
`,
  good: `
apiVersion: v1
kind: ConfigMap
metadata:
  name: web-settings
data:
  colour: blue
`,
  check(entry, context) {
    const { name, generateName } = entry.manifest.metadata;
    // A missing name is for the schema to report.
    if (name === undefined && generateName === undefined) return;
    const form = formOf(entry, context.targets);
    // The server appends to a generated name, so a dash at its end is right.
    const text = name ?? `${generateName?.replace(/-$/, '')}`;
    if (typeof text !== 'string' || (text.length <= form.max && form.pattern.test(text))) return;
    context.report(name === undefined ? '/metadata/generateName' : '/metadata/name', `${JSON.stringify(text)} is no name for a ${entry.id.kind}`, {
      received: text.length > form.max ? `${text.length} characters` : undefined,
      expected: `${form.expected}, of up to ${form.max} characters`,
      fix: text.length > form.max ? 'shorten it' : suggestion(text, form),
    });
  },
});

interface NameForm {
  readonly pattern: RegExp;
  readonly max: number;
  readonly expected: string;
}

const SUBDOMAIN: NameForm = {
  pattern: /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/,
  max: 253,
  expected: 'lower case letters, digits, "-" and ".", each part beginning and ending with a letter or digit',
};
const LABEL: NameForm = {
  pattern: /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/,
  max: 63,
  expected: 'lower case letters, digits and "-", beginning and ending with a letter or digit',
};
const LETTER_FIRST: NameForm = {
  pattern: /^[a-z]([a-z0-9-]*[a-z0-9])?$/,
  max: 63,
  expected: 'lower case letters, digits and "-", beginning with a letter and ending with a letter or digit',
};
const PATH_SEGMENT: NameForm = { pattern: /^(?!\.{1,2}$)[^/%]+$/, max: 253, expected: 'a text without "/" and "%"' };

const BY_KIND: ReadonlyMap<string, NameForm> = new Map<string, NameForm>([
  ['Namespace', LABEL],
  // What they make carries their name in a label, which holds 63 characters; a CronJob appends 11 to the names of its Jobs.
  ['batch/Job', { ...SUBDOMAIN, max: 63 }],
  ['batch/CronJob', { ...SUBDOMAIN, max: 52 }],
  ['rbac.authorization.k8s.io/Role', PATH_SEGMENT],
  ['rbac.authorization.k8s.io/ClusterRole', PATH_SEGMENT],
  ['rbac.authorization.k8s.io/RoleBinding', PATH_SEGMENT],
  ['rbac.authorization.k8s.io/ClusterRoleBinding', PATH_SEGMENT],
  ['certificates.k8s.io/CertificateSigningRequest', PATH_SEGMENT],
  ['networking.k8s.io/IPAddress', PATH_SEGMENT],
]);

function formOf(entry: ManifestEntry, targets: Targets): NameForm {
  const { group, kind } = entry.id;
  // A digit in front is allowed since Kubernetes 1.36 (KEP-5311).
  if (group === '' && kind === 'Service') return targets.kubernetes === '1.27' ? LETTER_FIRST : LABEL;
  return BY_KIND.get(group ? `${group}/${kind}` : kind) ?? SUBDOMAIN;
}

function suggestion(text: string, form: NameForm): string {
  const plain = text
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(form === SUBDOMAIN ? /[^a-z0-9.]+/g : /[^a-z0-9]+/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '');
  return form.pattern.test(plain) ? `rename it, for example to ${plain}` : 'rename it';
}
