import { InputError } from '../../manifests/input-error';
import { ALL_RULES } from '../../validation/rules';
import { nearest } from '../../validation/schema/similar-name';
import type { Terminal } from '../terminal';

interface Options {
  readonly category?: string;
  readonly json?: boolean;
}

/** Writes a line for each rule, or all of them as JSON. */
export function runRules({ category, json }: Options, { out, colors }: Terminal): void {
  const categories = [...new Set(ALL_RULES.map(({ id }) => id.split('/')[0]!))];
  if (category !== undefined && !categories.includes(category)) {
    const near = nearest(category, categories);
    throw new InputError(`there is no category ${JSON.stringify(category)}. ${near === undefined ? `write one of ${categories.join(', ')}` : `did you mean ${near}?`}`);
  }
  const rules = ALL_RULES.filter(({ id }) => category === undefined || id.startsWith(`${category}/`));
  if (json === true) {
    const listed = rules.map(({ id, severity, strict = false, since, title, rationale, implements: upstream, bad, good }) =>
      ({ id, severity, profile: strict ? 'strict' : 'recommended', since, title, rationale, implements: upstream, bad, good }));
    out(`${JSON.stringify(listed, null, 2)}\n`);
    return;
  }
  const width = Math.max(...rules.map(({ id }) => id.length));
  const paint = { error: colors.red, warning: colors.yellow, info: colors.blue };
  for (const { id, severity, strict, title } of rules) {
    out(`${id.padEnd(width)}  ${paint[severity](severity.padEnd(7))}  ${title}${strict === true ? colors.dim(' (strict)') : ''}\n`);
  }
}
