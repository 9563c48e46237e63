import type { ConformanceAnswer, ConformanceAnswers } from './answer';
import type { ConformanceSection } from './line';

/** The Markdown page of what upstream checks and who answers it. It lies in a folder beside `docs/rules`. */
export function conformancePage(
  title: string,
  intro: string,
  sections: readonly ConformanceSection[],
  answers: ConformanceAnswers,
): string {
  const all = answers.ids.map((id) => answers.of(id));
  const tables = sections.map((section) => [
    `## ${section.title}`,
    section.intro,
    ['| id | what is checked | how it is met |', '| --- | --- | --- |', ...Object.keys(section.lines).map((id) => row(answers.of(id)))].join('\n'),
  ].join('\n\n'));
  return `${[`# ${title}`, intro, figures(all), ...tables].join('\n\n')}\n`;
}

/** Each line counts once: by rules, else by types, else as what only a cluster can show. */
function figures(all: readonly ConformanceAnswer[]): string {
  const byRules = all.filter(({ rules }) => rules.length > 0).length;
  const open = all.filter((answer) => answer.open).length;
  const cluster = all.filter(({ rules, line }) => rules.length === 0 && line.cluster !== undefined).length;
  const counts = [
    `${byRules} by rules`, `${all.length - byRules - cluster - open} by types and constructors alone`, `${cluster} by a cluster only`,
    ...(open > 0 ? [`${open} open`] : []),
  ];
  return `${all.length} lines: ${counts.join(', ')}.`;
}

function row({ id, line, rules, open }: ConformanceAnswer): string {
  const parts = [
    rules.map((rule) => `[${rule}](../rules/${rule}.md)`).join(', '),
    line.unwritable === undefined ? '' : `unwritable: ${line.unwritable}`,
    line.cluster === undefined ? '' : `cluster only: ${line.cluster}`,
    line.rest === undefined ? '' : `left to the cluster: ${line.rest}`,
    rules.length === 0 && line.as !== undefined ? `see ${line.as.join(', ')}` : '',
    open ? 'open' : '',
  ];
  return `| ${[id, line.check, parts.filter((part) => part !== '').join('; ')].map(cell).join(' | ')} |`;
}

function cell(text: string): string {
  return text.replace(/\|/g, '\\|');
}
