import type { PackedChild } from '../../src/validation/schema/packed-node';
import { apiVersionOf, type ImportedKind, type NamedNodes } from './imported-kind';
import { refersToKubernetes } from './open-pods';

/** A generated file: its path below `imports/` and its text. */
export interface GeneratedFile {
  readonly path: string;
  readonly text: string;
}

/** The packed schema of a kind, without the nodes that it shares with others. */
export function schemaFile(kind: ImportedKind, shared: NamedNodes = {}): GeneratedFile {
  const own = Object.fromEntries(Object.entries(kind.nodes).filter(([name]) => shared[name] === undefined));
  const sharedFile = Object.keys(own).length < Object.keys(kind.nodes).length ? `kubernetes-${kind.kubernetes}/shared.json` : undefined;
  return {
    path: `schemas/${schemaPath(kind)}`,
    text: packed({
      origin: kind.origin,
      apiVersions: kind.versions.map((version) => apiVersionOf(kind.group, version)),
      kind: kind.kind,
      root: kind.root,
      ...(sharedFile ? { shared: sharedFile } : {}),
      ...(kind.kubernetes === undefined && refersToKubernetes(own) ? { ofRelease: true as const } : {}),
    }, own),
  };
}

/** A file of nodes that several schemas refer to. */
export function sharedFile(path: string, origin: string, nodes: NamedNodes): GeneratedFile {
  return { path: `schemas/${path}`, text: packed({ origin }, nodes) };
}

/** Nodes that at least two of the kinds have. */
export function sharedNodes(kinds: readonly ImportedKind[]): NamedNodes {
  const seen = new Set<string>();
  const shared: Record<string, NamedNodes[string]> = {};
  for (const kind of kinds) {
    for (const [name, node] of Object.entries(kind.nodes)) {
      if (seen.has(name)) shared[name] = node;
      seen.add(name);
    }
  }
  // A shared node may only refer to shared nodes, and it does: whoever has it has what it refers to.
  return shared;
}

/** Which file describes which `group/version/Kind`; for kinds of Kubernetes, by release. */
export function indexFile(kinds: readonly ImportedKind[]): GeneratedFile {
  const custom: Record<string, string> = {};
  const kubernetes: Record<string, Record<string, string>> = {};
  for (const kind of kinds) {
    const target = kind.kubernetes === undefined ? custom : (kubernetes[kind.kubernetes] ??= {});
    for (const version of kind.versions) target[`${apiVersionOf(kind.group, version)}/${kind.kind}`] = schemaPath(kind);
  }
  const releases = Object.keys(kubernetes).sort().map((release) => [release, sorted(kubernetes[release] ?? {})]);
  const index = { customResources: sorted(custom), kubernetes: Object.fromEntries(releases) };
  return { path: 'index.json', text: `${JSON.stringify(index, null, 2)}\n` };
}

function schemaPath(kind: ImportedKind): string {
  if (kind.kubernetes === undefined) return `${kind.group}/${kind.versions[0]}.${kind.kind}.json`;
  const group = kind.group ? `${kind.group}.` : '';
  return `kubernetes-${kind.kubernetes}/${group}${kind.versions[0]}.${kind.kind}.json`;
}

/** JSON with one node a line, by name, so that a change upstream shows as the lines of the nodes it touches. */
function packed(head: Readonly<Record<string, unknown>>, nodes: NamedNodes): string {
  const lines = Object.entries(head).map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)},`);
  const rows = Object.entries(sorted<PackedChild>(nodes)).map(([name, node]) => `${JSON.stringify(name)}: ${JSON.stringify(node)}`);
  return `{\n${lines.join('\n')}\n"nodes": {\n${rows.join(',\n')}\n}\n}\n`;
}

/** A record by its keys. */
export function sorted<T>(record: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
