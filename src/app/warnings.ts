import type { IConstruct } from 'constructs';
import { sourceOf } from '../render/source-frame';
import type { Finding } from '../validation/finding';

/** A doubt of a construct about itself that no manifest shows: the message, or nothing. */
export type Doubt = () => string | undefined;

const doubts = new WeakMap<IConstruct, { readonly rule: string; readonly doubt: Doubt }[]>();

/** Makes a warning of the report out of a doubt, asked for when the app is validated. `rule` is its id in the registry. */
export function declareDoubt(construct: IConstruct, rule: string, doubt: Doubt): void {
  const known = doubts.get(construct) ?? [];
  known.push({ rule, doubt });
  doubts.set(construct, known);
}

/** The warnings of a construct. */
export function warningsOf(construct: IConstruct): Finding[] {
  return (doubts.get(construct) ?? []).flatMap(({ rule, doubt }) => {
    const message = doubt();
    if (message === undefined) return [];
    const origin = { constructPath: construct.node.path, source: () => sourceOf(construct) };
    return [{ rule, severity: 'warning' as const, origin, pointer: '', message }];
  });
}
