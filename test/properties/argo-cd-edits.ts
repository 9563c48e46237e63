import type { Manifest } from '../../src/manifests/manifest';
import type { ManifestSet } from '../../src/manifests/manifest-set';
import type { Mutation } from './mutations';

/** A wrong edit of a program. Some show only where a program says more. */
export interface ProgramMutation extends Mutation {
  /** @default 'nothing' */
  readonly needs?: 'fleet' | 'no-fleet' | 'root';
}

/** Whether a program says what an edit needs. */
export function says({ clusters, repositories }: ManifestSet, needs: ProgramMutation['needs']): boolean {
  if (needs === 'root') return repositories.some(({ root }) => root !== '');
  return needs === undefined || (clusters.length > 0) === (needs === 'fleet');
}

/** Edits an object or a part of one; `false` when there is nothing of the kind to edit. */
export type Edit<T = any> = (value: T, objects: Manifest[]) => false | undefined | void;

const isOf = (kind: string) => (object: Manifest): boolean => object.kind === kind;

/** The first object of a kind that has what is edited. */
export function on(kind: string, edit: Edit, has: (object: any, objects: readonly any[]) => unknown = () => true): Mutation['edit'] {
  return (objects) => {
    const object = objects.find((one) => isOf(kind)(one) && Boolean(has(one, objects)));
    return object ? edit(object, objects) : false;
  };
}

/** The spec of an Application. */
export const onApp = (edit: Edit, has: (spec: any, objects: readonly any[]) => unknown = () => true): Mutation['edit'] =>
  on('Application', ({ spec }, objects) => edit(spec, objects), ({ spec }, objects) => has(spec, objects));

/** The source of an Application that has one of its own, by hand or of others: not a chart of the program. */
export const onSource = (has: (source: any) => unknown, edit: Edit): Mutation['edit'] => onApp(({ source }, objects) => edit(source, objects), ({ source }) => source && has(source));

export const isFolder = (source: any): boolean => source.path !== undefined && source.repoURL.endsWith('platform.git');

/** The spec of an ApplicationSet. */
export const onSet = (edit: Edit, has: (spec: any, objects: readonly any[]) => unknown = () => true): Mutation['edit'] =>
  on('ApplicationSet', ({ spec }, objects) => edit(spec, objects), ({ spec }, objects) => has(spec, objects));

/** A generator of an ApplicationSet, outside of a matrix and a merge. */
export const onGenerator = (type: string, edit: Edit, has: (generator: any) => unknown = () => true): Mutation['edit'] =>
  onSet((spec, objects) => edit(spec.generators[0][type], objects), ({ generators }) => generators[0][type] && has(generators[0][type]));

/** The spec of a project. */
export const onProject = (edit: Edit, has: (spec: any, objects: readonly any[]) => unknown = () => true): Mutation['edit'] =>
  on('AppProject', ({ spec }, objects) => edit(spec, objects), ({ spec }, objects) => has(spec, objects));

/** The keys of a ConfigMap of Argo CD. */
export const onMap = (name: string, edit: Edit<Record<string, string>>, has: (data: Record<string, string>) => unknown = () => true): Mutation['edit'] =>
  on('ConfigMap', ({ data }, objects) => edit(data, objects), ({ metadata, data }) => metadata.name === name && data && has(data));

/** Lines of policies beside those that are there. */
export const policy = (...lines: string[]): Mutation['edit'] => onMap('argocd-rbac-cm', (data) => {
  data['policy.csv'] = [data['policy.csv'], ...lines].join('\n');
});

/** Takes a text of a ConfigMap's key and gives another; an edit that changes nothing is none. */
export function replaced(data: Record<string, string>, key: string, from: string | RegExp, to: string): false | undefined {
  const before = data[key];
  if (before === undefined) return false;
  data[key] = before.replace(from, to);
  return data[key] === before ? false : undefined;
}
