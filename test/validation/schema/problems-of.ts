import type { Manifest } from '../../../src/manifests/manifest';
import { checkSchema } from '../../../src/validation/schema/check';
import { linkSchema } from '../../../src/validation/schema/link';
import type { PackedChild, PackedNode } from '../../../src/validation/schema/packed-node';
import type { Schema } from '../../../src/validation/schema/schema';
import type { SchemaProblem } from '../../../src/validation/schema/schema-problem';

/** A schema whose `spec` is the given node. */
export function schemaOf(spec: PackedChild, nodes: Readonly<Record<string, PackedNode>> = {}): Schema {
  const root: PackedNode = {
    type: 'object',
    required: ['apiVersion', 'kind', 'metadata'],
    properties: { apiVersion: 'string', kind: 'string', metadata: 'ObjectMeta', spec },
  };
  const meta: PackedNode = {
    type: 'object', properties: { name: 'string', generateName: 'string', labels: 'string{}', annotations: 'string{}', creationTimestamp: 'date-time' },
  };
  return linkSchema({ origin: 'test', apiVersions: ['v1'], kind: 'Thing', root: 'Thing', nodes: { Thing: root, ObjectMeta: meta, ...nodes } }, () => undefined);
}

/** An object with this `spec`, which may be anything. */
export function thing(spec: unknown): Manifest {
  return { apiVersion: 'v1', kind: 'Thing', metadata: { name: 'x' }, spec } as Manifest;
}

/** What is wrong with a value that should fit a node. */
export function problemsOf(spec: unknown, node: PackedChild, nodes?: Readonly<Record<string, PackedNode>>): SchemaProblem[] {
  return checkSchema(thing(spec), schemaOf(node, nodes));
}
