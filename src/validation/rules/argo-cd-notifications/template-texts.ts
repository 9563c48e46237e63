import { NOTIFICATION_FUNCTIONS } from '../../../languages/go-templates/function-names';
import { readTemplate } from '../../../languages/go-templates/problem';
import { readsOf } from '../../../languages/go-templates/reads';
import type { JsonValue } from '../../../manifests/json';
import { eachText } from '../secrets/texts';

/** One text of a template of notifications. */
export interface TemplateText {
  /** Where in the template: `slack.attachments`. */
  readonly path: string;
  readonly text: string;
}

/** The texts of a template in which something is filled in. */
export function templateTexts(template: JsonValue | undefined): TemplateText[] {
  const texts: TemplateText[] = [];
  eachText(template, (text, path) => {
    if (text.includes('{{')) texts.push({ path: path.join('.'), text });
  });
  return texts;
}

/** What a text reads from its data, wherever it does: `['context', 'argocdUrl']`. Nothing of one that does not parse. */
export function readIn(text: string): ReadonlyArray<readonly string[]> {
  const reading = readTemplate(text, NOTIFICATION_FUNCTIONS);
  return 'template' in reading ? readsOf(reading.template).map(({ path }) => path) : [];
}

/** What a text prints as it is, asking nothing before. */
export function printedBy(text: string): ReadonlyArray<readonly string[]> {
  const reading = readTemplate(text, NOTIFICATION_FUNCTIONS);
  if (!('template' in reading)) return [];
  const { nodes, defined } = reading.template;
  return readsOf({ nodes: nodes.filter(({ kind }) => kind === 'action'), defined }).filter(({ printed }) => printed).map(({ path }) => path);
}
