import type { ManifestEntry, ManifestSet } from '../../../manifests/manifest-set';
import { FirstInUnit } from '../../first-in-unit';
import { defineRule, type RuleContext } from '../../rule';
import { APPLICATION_KINDS, applicationSpec } from '../apps/application-spec';

const NAMESPACE = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/;
const MAX = 63;

/** Finds namespaces that cannot exist. */
export const namespaceSyntax = defineRule({
  id: 'manifests/namespace-syntax',
  severity: 'error',
  kinds: ['*'],
  since: '0.1.0',
  implements: [],
  title: 'a namespace is a DNS label',
  rationale:
    'No namespace can have any other name, so the API server refuses whatever is to go there, and Argo CD fails the whole sync '
    + 'with it. This holds for the namespace of an object and for the one that an Application delivers to.',
  bad: `
apiVersion: v1
kind: ConfigMap
metadata:
  name: web
  namespace: Shop_Staging
data:
  colour: blue
`,
  good: `
apiVersion: v1
kind: ConfigMap
metadata:
  name: web
  namespace: shop-staging
data:
  colour: blue
`,
  check(entry, context) {
    const { namespace } = entry.id;
    if (isWrong(namespace) && isFirstThere(entry, context.manifests)) report('/metadata/namespace', namespace, context);
    if (!APPLICATION_KINDS.includes(`${entry.id.group}/${entry.id.kind}`)) return;
    const target = applicationSpec(entry).at('destination', 'namespace');
    // A placeholder is filled in later.
    if (isWrong(target.text) && !target.text.includes('{{')) report(target.pointer, target.text, context);
  },
});

function report(pointer: string, namespace: string, context: RuleContext): void {
  const suggestion = namespace.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
  context.report(pointer, `${JSON.stringify(namespace)} cannot be the name of a namespace`, {
    received: namespace.length > MAX ? `${namespace.length} characters` : undefined,
    expected: `up to ${MAX} lower case letters, digits and "-", beginning and ending with a letter or digit`,
    fix: !isWrong(suggestion) && suggestion !== '' ? `rename it, for example to ${suggestion}` : 'rename it',
  });
}

/** Anything but a text is for the schema to report. */
function isWrong(namespace: unknown): boolean {
  return typeof namespace === 'string' && namespace !== '' && (namespace.length > MAX || !NAMESPACE.test(namespace));
}

/** One finding is enough for a unit whose objects all go to the namespace that was given to it. */
function isFirstThere(entry: ManifestEntry, manifests: ManifestSet): boolean {
  const { namespace } = entry.id;
  return namespace !== entry.unit.namespace || NAMESPACES.before(entry, namespace, manifests) === undefined;
}

const NAMESPACES = new FirstInUnit(({ id }) => [id.namespace]);
