import { ConditionError, UndecidedCondition } from './conditions/condition-error';
import { childrenOf, type Node } from './conditions/tree';
import { isAny, isBool, shown } from './conditions/value-type';
import { DEEP_LINK_FUNCTIONS } from './go-templates/function-names';
import { readTemplate } from './go-templates/problem';
import { readsOf } from './go-templates/reads';
import { typeOfExpression } from './trigger-expressions/expression-type';
import { parseTriggerExpression } from './trigger-expressions/parser';

/** What the links of each place can read. */
const OBJECTS = {
  'application.links': ['app', 'application', 'cluster', 'managedByURL'],
  'project.links': ['project'],
  'resource.links': ['app', 'application', 'cluster', 'managedByURL', 'project', 'resource'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** A key of argocd-cm that holds links. */
export type LinksKey = keyof typeof OBJECTS;

/** The keys of argocd-cm that hold links. */
export const LINKS_KEYS = Object.keys(OBJECTS) as readonly LinksKey[];

/**
 * Why the URL of a link is never filled in; undefined for one that may be.
 *
 * @see server/deeplinks/deeplinks.go in argoproj/argo-cd
 */
export function linkUrlProblem(key: LinksKey, url: string): string | undefined {
  if (!url.includes('{{')) return undefined;
  const reading = readTemplate(url, DEEP_LINK_FUNCTIONS);
  if ('problem' in reading) return reading.problem;
  const unknown = readsOf(reading.template).find(({ path: [first] }) => first !== undefined && !isObject(key, first));
  return unknown && noSuchObject(key, unknown.path[0]!);
}

/** Why the condition of a link is never true; undefined for one that may be. */
export function linkConditionProblem(key: LinksKey, condition: string): string | undefined {
  try {
    const root = parseTriggerExpression(condition);
    const type = typeOfExpression(root);
    if (!isBool(type) && !isAny(type)) return `it is ${shown(type)}, and only true shows a link. compare it with something`;
    const unknown = unknownObject(key, root, []);
    return unknown === undefined ? undefined : noSuchObject(key, unknown);
  } catch (error) {
    if (error instanceof UndecidedCondition) return undefined;
    if (error instanceof ConditionError) return error.message;
    throw error;
  }
}

function unknownObject(key: LinksKey, node: Node, declared: readonly string[]): string | undefined {
  if (node.kind === 'let') return unknownObject(key, node.value, declared) ?? unknownObject(key, node.body, [...declared, node.name]);
  // Only what a field is read of cannot be missing: a name alone is nil, with which it may be compared.
  if (node.kind === 'member' && node.of.kind === 'identifier') {
    const { name } = node.of;
    if (name !== '$env' && !isObject(key, name) && !declared.includes(name)) return name;
  }
  for (const child of childrenOf(node)) {
    const unknown = unknownObject(key, child, declared);
    if (unknown !== undefined) return unknown;
  }
  return undefined;
}

function isObject(key: LinksKey, name: string): boolean {
  return (OBJECTS[key] as readonly string[]).includes(name);
}

function noSuchObject(key: LinksKey, name: string): string {
  return `links of ${key} know no ${name}, but ${OBJECTS[key].join(', ')}`;
}
