import { Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { fail } from './construct-error';

const DNS_LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const LONGEST = 63;

// Nothing is derived from the names of these kinds, and cdk8s-plus gives them ids of its own with a hash of 42 characters.
const LONG_NAMES: ReadonlySet<string> = new Set(['NetworkPolicy', 'Role', 'RoleBinding', 'ClusterRole', 'ClusterRoleBinding']);
const LONGEST_OF_THESE = 253;

// cdk8s and cdk8s-plus give these ids to the one object inside a construct: they say nothing about it.
const SILENT_IDS = new Set(['Resource', 'Default']);

/**
 * The name of the object that a construct makes: the path of ids below its chart, in kebab-case. `Web` gives `web`,
 * `ErrorRate` inside `Web` gives `web-error-rate`. There is no hash in it: selectors are immutable, so a name has to stay.
 */
export function objectName(construct: IConstruct, kind?: string): string {
  const ids: string[] = [];
  for (let c: IConstruct | undefined = construct; c && !Chart.isChart(c); c = c.node.scope) {
    if (!SILENT_IDS.has(c.node.id)) ids.unshift(c.node.id);
  }
  if (ids.length === 0) ids.push(construct.node.id);
  const name = ids.map(kebab).join('-');
  if (kind !== undefined && LONG_NAMES.has(kind) && name.length <= LONGEST_OF_THESE && DNS_LABEL.test(name)) return name;
  return checkedName(construct, name, `the ids ${ids.map((id) => JSON.stringify(id)).join(', ')}`);
}

/** The name that the user gave, or the one that the ids make. */
export function nameFor(construct: IConstruct, metadata?: { readonly name?: string }): string {
  return metadata?.name === undefined ? objectName(construct) : checkedName(construct, metadata.name, 'metadata.name');
}

/** A name that was given or made, if it is a DNS label. `origin` says where it came from. */
export function checkedName(construct: IConstruct, name: string, origin: string): string {
  if (name.length > LONGEST) {
    throw fail(construct, `the name ${JSON.stringify(name)} (from ${origin}) has ${name.length} characters, at most ${LONGEST} are allowed. ` +
      'shorten an id, or give the object a name of its own in metadata.name');
  }
  if (!isDnsLabel(name)) {
    throw fail(construct, `the name ${JSON.stringify(name)} (from ${origin}) is not a DNS label. ` +
      'use lower-case letters, digits and inner hyphens only, such as "web" or "web-v2"');
  }
  return name;
}

/** Whether a text is an RFC 1123 label: what names of namespaces, Services and most other objects have to be. */
export function isDnsLabel(text: string): boolean {
  return text.length <= LONGEST && DNS_LABEL.test(text);
}

/** `ErrorRate` gives `error-rate`, `HTTPProbe` gives `http-probe`, `web_v2` gives `web-v2`. */
export function kebab(id: string): string {
  return id
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1-$2')
    .replace(/[\s_]+/g, '-')
    .toLowerCase();
}
