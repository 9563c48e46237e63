import type { ApplicationSetExpansion } from '../../../expansion/application-set-expansion';
import { expansionOf } from '../../../expansion/expansions';
import { GoMap, type GoValue } from '../../../languages/go-templates/values';
import { type Pointer, valueAt } from '../../../manifests/pointer';
import type { FindingDetails } from '../../finding';
import { defineRule } from '../../rule';
import { nearest } from '../../schema/similar-name';
import { isFilledByOthers, mayBeFilledByOthers } from './braces-of-others';
import { exampleApplicationSet, exampleList, exampleTemplate, GO_TEMPLATE } from './example-application-set';

/** Finds parameters that no generator gives. */
export const parameterProvided = defineRule({
  id: 'appsets/parameter-provided',
  severity: 'error',
  kinds: ['argoproj.io/ApplicationSet'],
  since: '0.1.0',
  implements: ['CD-178', 'E39'],
  title: 'every parameter of a template is given by the generator that it is filled in by',
  rationale: 'With missingkey=error a parameter that is missing stops the whole set, for the sake of one Application. Otherwise <no value>, '
    + 'or without goTemplate the placeholder itself, ends up in a name, a path or a URL.',
  bad: exampleApplicationSet(`${GO_TEMPLATE}
${exampleList('{ env: staging }')}
${exampleTemplate("'web-{{ .enviroment }}'")}`),
  good: exampleApplicationSet(`${GO_TEMPLATE}
${exampleList('{ env: staging }')}
${exampleTemplate("'web-{{ .env }}'")}`),
  check(entry, context) {
    const expansion = expansionOf(entry, context.manifests);
    const textAt = (pointer: Pointer): string => {
      const text = valueAt(entry.manifest, pointer);
      return typeof text === 'string' ? text : '';
    };
    for (const { pointer, reason, kind } of expansion.problems) {
      if (kind !== 'missing-key') continue;
      const name = /there is no \.([^\s:]+)/.exec(reason)?.[1];
      context.report(pointer, `a parameter is missing, which stops the whole set: ${reason}`, hint(name, expansion, textAt(pointer)));
    }
    const seen = new Set<string>();
    for (const { pointer, parameter } of expansion.applications.flatMap(({ left }) => left)) {
      const key = `${pointer}\n${parameter ?? ''}`;
      // What ends a block of a Go template is reported with its beginning.
      if (seen.has(key) || parameter === 'end' || parameter === 'else') continue;
      seen.add(key);
      const finding = parameter !== undefined && !isName(parameter) ? noPlaceholder(parameter, pointer, expansion) :
        missing(parameter, pointer, hint(parameter, expansion, textAt(pointer)));
      if (finding) context.report(pointer, finding.message, { received: shown(textAt(pointer)), ...finding.details });
    }
  },
});

interface Found {
  readonly message: string;
  readonly details: FindingDetails;
}

function isName(parameter: string): boolean {
  return /^[\w-][\w.[\]/-]*$/.test(parameter);
}

function missing(parameter: string | undefined, pointer: Pointer, details: FindingDetails): Found | undefined {
  if (parameter === undefined) return { message: 'a parameter is missing, and <no value> is printed in its place', details };
  if (isFilledByOthers(pointer) && details.fix === undefined) return undefined;
  return { message: `no generator gives ${parameter} as a text, so it stays in the Application as {{${parameter}}}`, details };
}

/** What stands in the braces is more than a name: a Go template, which nobody reads without goTemplate. */
function noPlaceholder(tag: string, pointer: Pointer, expansion: ApplicationSetExpansion): Found | undefined {
  const [, name] = /^\.?([\w-][\w.[\]/-]*)\s*(?:\||$)/.exec(tag) ?? [];
  const isKnown = name !== undefined && namesOf(expansion).includes(name);
  if (isFilledByOthers(pointer) || (mayBeFilledByOthers(pointer) && !isKnown)) return undefined;
  const asName = isKnown && !tag.includes('|') ? `write {{${name}}}, or goTemplate: true` : 'write goTemplate: true with goTemplateOptions: [missingkey=error]';
  return {
    message: `without goTemplate braces hold the name of a parameter and nothing else, so {{${tag}}} stays in the Application as it is`,
    details: { fix: asName },
  };
}

function hint(name: string | undefined, expansion: ApplicationSetExpansion, text: string): FindingDetails {
  const names = namesOf(expansion);
  const near = name === undefined ? undefined : nearest(name, names);
  return {
    received: shown(text),
    expected: names.length > 0 ? names.slice(0, 12).join(', ') : undefined,
    fix: near && `did you mean ${near}?`,
  };
}

function shown(text: string): string {
  return text.includes('\n') ? `${text.split('\n').length} lines` : text;
}

function namesOf({ generators }: ApplicationSetExpansion): readonly string[] {
  return [...new Set(generators.flatMap(({ sets }) => sets.flatMap(({ values }) => namesIn(values, ''))))].sort();
}

function namesIn(value: GoValue, path: string): string[] {
  if (!(value instanceof GoMap)) return [path];
  return [...value.entries].flatMap(([key, item]) => namesIn(item, path === '' ? key : `${path}.${key}`)).filter((name) => !name.includes('['));
}
