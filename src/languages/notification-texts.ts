import { NOTIFICATION_FUNCTIONS } from './go-templates/function-names';
import { templateProblem } from './go-templates/problem';

/** What is wrong with `service:recipient`: Argo CD splits it at colons, and reads the first two parts. */
export function recipientProblem(recipient: string): string | undefined {
  const parts = recipient.split(':');
  if (parts.length > 2) {
    return `${JSON.stringify(recipient)} is split at its colons, and only ${JSON.stringify(parts[1])} would be told. name recipients without colons`;
  }
  return parts.some((part) => part !== part.trim()) ? `${JSON.stringify(recipient)} has blanks around its parts, which belong to the names. take them out` : undefined;
}

// pkg/labels of Kubernetes: requirements with commas between them.
const REQUIREMENT = /^\s*(?:!?\s*[\w./-]+|[\w./-]+\s*(?:=|==|!=|<|>)\s*[\w.-]*|[\w./-]+\s+(?:in|notin)\s*\([^()]*\))\s*$/;

/** What is wrong with a selector of labels in a text. */
export function selectorProblem(selector: string | undefined): string | undefined {
  if (selector === undefined || selector.trim() === '') return undefined;
  const wrong = selector.split(/,(?![^(]*\))/).find((part) => !REQUIREMENT.test(part));
  return wrong === undefined ? undefined
    : `the selector ${JSON.stringify(selector)} cannot be read at ${JSON.stringify(wrong.trim())}. write requirements with commas between them, such as team=shop,tier in (web, api)`;
}

/** Why the texts of a template cannot be read as Go templates, with the place; undefined when they all can. */
export function templateTextProblem(section: unknown, path = ''): string | undefined {
  if (typeof section === 'string') {
    const problem = section.includes('{{') ? templateProblem(section, NOTIFICATION_FUNCTIONS) : undefined;
    return problem === undefined ? undefined : `${path}, ${problem}`;
  }
  if (typeof section !== 'object' || section === null) return undefined;
  for (const [key, value] of Object.entries(section) as Iterable<[string, unknown]>) {
    const problem = templateTextProblem(value, path === '' ? key : `${path}.${key}`);
    if (problem !== undefined) return problem;
  }
  return undefined;
}
