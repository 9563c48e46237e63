import { diffArrays } from 'diff';
import { InputError } from '../../manifests/input-error';
import { ALL_RULES } from '../../validation/rules';
import { nearest } from '../../validation/schema/similar-name';
import type { Terminal } from '../terminal';

/** Writes what is known of a rule, with marks at the lines in which its examples differ. */
export function runExplain(asked: string, { out, colors }: Terminal): void {
  const rule = ruleOf(asked);
  const [bad, good] = [linesOf(rule.bad), linesOf(rule.good)];
  const parts = [
    `${colors.bold(rule.id)}  ${rule.severity}${rule.strict === true ? ', in the profile strict alone' : ''}`,
    sentence(rule.title),
    rule.rationale,
    ...(bad === undefined ? [] : [`${colors.red('Wrong:')}\n\n${marked(bad, good, '-', colors.red)}`]),
    ...(good === undefined ? [] : [`${colors.green('Right:')}\n\n${marked(good, bad, '+', colors.green)}`]),
    ...(rule.needsCompleteSet === true ? ['Without --complete it is at most a warning: what is missing may be in other files.'] : []),
  ];
  out(`${parts.join('\n\n')}\n`);
}

/** A rule by its id, or by its last part where only one has it. */
function ruleOf(asked: string): (typeof ALL_RULES)[number] {
  const found = ALL_RULES.find(({ id }) => id === asked);
  if (found) return found;
  const named = ALL_RULES.filter(({ id }) => id.endsWith(`/${asked}`));
  if (named.length === 1) return named[0]!;
  if (named.length > 1) throw new InputError(`several rules are called ${asked}: ${named.map(({ id }) => id).join(', ')}. write which is meant`);
  const near = nearest(asked, ALL_RULES.map(({ id }) => id)) ?? nearest(asked, ALL_RULES.map(({ id }) => id.split('/')[1]!));
  const cure = near === undefined ? 'cdk8s-argo rules lists them' : `did you mean ${ALL_RULES.find(({ id }) => id === near || id.endsWith(`/${near}`))!.id}?`;
  throw new InputError(`there is no rule ${JSON.stringify(asked)}. ${cure}`);
}

function sentence(title: string): string {
  return `${title.slice(0, 1).toUpperCase()}${title.slice(1)}.`;
}

// A line of spaces alone is where the other example has something.
function linesOf(yaml: string | undefined): readonly string[] | undefined {
  return yaml?.trim().split('\n').filter((line) => !/^ +$/.test(line));
}

/** The lines, indented; those that the other example does not have begin with the mark. */
function marked(lines: readonly string[], other: readonly string[] | undefined, mark: string, paint: (text: string) => string): string {
  return diffArrays([...other ?? lines], [...lines]).filter(({ removed }) => !removed).flatMap(({ added, value }) => value.map((line) => {
    if (line === '') return '';
    return added ? paint(`${mark}   ${line}`) : `    ${line}`;
  })).join('\n');
}
