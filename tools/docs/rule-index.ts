import type { RuleDescription } from '../../src/validation/rule';

/** The overview of all rules: one table a category. */
export function ruleIndex(rules: readonly RuleDescription[]): string {
  const sections = [...new Set(rules.map((rule) => categoryOf(rule)))].sort().map((category) => {
    const rows = rules.filter((rule) => categoryOf(rule) === category).map((rule) => {
      const name = rule.id.slice(category.length + 1);
      return `| [${name}](${rule.id}.md) | ${rule.severity}${rule.strict ? ', strict' : ''} | ${rule.title.replace(/\|/g, '\\|')} |`;
    });
    return [`## ${category}`, ['| rule | severity | what is right |', '| --- | --- | --- |', ...rows].join('\n')].join('\n\n');
  });
  const intro = 'Every finding of a report names its rule; each rule has a page with an example. Those marked strict run in the profile '
    + '`strict` alone. Generated from the rules themselves by `npm run docs`.';
  return `${['# Rules', intro, ...sections].join('\n\n')}\n`;
}

function categoryOf(rule: RuleDescription): string {
  return rule.id.split('/')[0] ?? '';
}
