import { InputError } from '../../manifests/input-error';
import { ALL_RULES } from '../../validation/rules';
import { nearest } from '../../validation/schema/similar-name';
import type { Terminal } from '../terminal';

/** Writes what is known of a rule. */
export function runExplain(asked: string, { out, colors }: Terminal): void {
  const rule = ruleOf(asked);
  const parts = [
    `${colors.bold(rule.id)}  ${rule.severity}${rule.strict === true ? ', in the profile strict alone' : ''}, since ${rule.since}`,
    sentence(rule.title),
    rule.rationale,
    ...(rule.bad === undefined ? [] : [`${colors.red('Wrong:')}\n\n${indented(rule.bad)}`]),
    ...(rule.good === undefined ? [] : [`${colors.green('Right:')}\n\n${indented(rule.good)}`]),
    ...(rule.implements.length === 0 ? [] : [`Stands for ${rule.implements.join(', ')} in docs/conformance.`]),
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

function indented(yaml: string): string {
  return yaml.trim().split('\n').map((line) => (line === '' ? '' : `    ${line}`)).join('\n');
}
