import type { ConformanceAnswer, ConformanceAnswers } from './answer';
import type { ConformanceSection } from './line';

/** What a page calls the answers that are no rules. */
export interface PageWords {
  readonly unwritable: string;
  readonly cluster: string;
  readonly rest: string;
  /** The same in the sum at the top. */
  readonly byTypes: string;
  readonly byCluster: string;
}

const UPSTREAM: PageWords = {
  unwritable: 'unwritable', cluster: 'cluster only', rest: 'left to the cluster', byTypes: 'by types and constructors alone', byCluster: 'by a cluster only',
};

/** The Markdown page of what upstream checks and who answers it. It lies in a folder beside `docs/rules`. */
export function conformancePage(
  title: string,
  intro: string,
  sections: readonly ConformanceSection[],
  answers: ConformanceAnswers,
  words: PageWords = UPSTREAM,
): string {
  const all = answers.ids.map((id) => answers.of(id));
  const tables = sections.map((section) => [
    `## ${section.title}`,
    section.intro,
    ['| id | what is checked | how it is met |', '| --- | --- | --- |', ...Object.keys(section.lines).map((id) => row(answers.of(id), words))].join('\n'),
  ].join('\n\n'));
  return `${[`# ${title}`, intro, figures(all, words), ...tables].join('\n\n')}\n`;
}

/** Each line counts once: by rules, else by types, else as what only a cluster can show. */
function figures(all: readonly ConformanceAnswer[], words: PageWords): string {
  const byRules = all.filter(({ rules }) => rules.length > 0).length;
  const open = all.filter((answer) => answer.open).length;
  const cluster = all.filter(({ rules, line }) => rules.length === 0 && line.cluster !== undefined).length;
  const counts = [
    `${byRules} by rules`, `${all.length - byRules - cluster - open} ${words.byTypes}`, `${cluster} ${words.byCluster}`,
    ...(open > 0 ? [`${open} open`] : []),
  ];
  return `${all.length} lines: ${counts.join(', ')}.`;
}

function row({ id, line, rules, open }: ConformanceAnswer, words: PageWords): string {
  const parts = [
    rules.map((rule) => `[${rule}](../rules/${rule}.md)`).join(', '),
    line.unwritable === undefined ? '' : `${words.unwritable}: ${line.unwritable}`,
    line.cluster === undefined ? '' : `${words.cluster}: ${line.cluster}`,
    line.rest === undefined ? '' : `${words.rest}: ${line.rest}`,
    rules.length === 0 && line.as !== undefined ? `see ${line.as.join(', ')}` : '',
    open ? 'open' : '',
  ];
  return `| ${[id, line.check, parts.filter((part) => part !== '').join('; ')].map(cell).join(' | ')} |`;
}

function cell(text: string): string {
  return text.replace(/\|/g, '\\|');
}
