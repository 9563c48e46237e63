import type { ApplicationSetExpansion } from '../../../expansion/application-set-expansion';
import { expansionOf } from '../../../expansion/expansions';
import { GoMap, type GoValue } from '../../../languages/go-templates/values';
import { type Pointer, valueAt } from '../../../manifests/pointer';
import type { FindingDetails } from '../../finding';
import { defineRule } from '../../rule';
import { nearest } from '../../schema/similar-name';
import { exampleApplicationSet, exampleList, exampleTemplate, GO_TEMPLATE } from './example-application-set';

/** Texts that other programs fill in, where braces may be meant for them. */
const OF_OTHERS = /\/(?:helm\/(?:values|valuesObject|parameters)|plugin|directory|kustomize\/patches)(?:\/|$)/;

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
      const details = hint(parameter, expansion, textAt(pointer));
      const key = `${pointer}\n${parameter ?? ''}`;
      if (seen.has(key) || (parameter !== undefined && isForOthers(parameter, pointer, details.fix))) continue;
      seen.add(key);
      context.report(pointer, parameter === undefined ? 'a parameter is missing, and <no value> is printed in its place' :
        `no generator gives ${parameter} as a text, so it stays in the Application as {{${parameter}}}`, details);
    }
  },
});

function isForOthers(parameter: string, pointer: string, fix: string | undefined): boolean {
  if (!/^[\w-][\w.[\]/-]*$/.test(parameter)) return true;
  return OF_OTHERS.test(pointer) && fix === undefined;
}

function hint(name: string | undefined, { generators }: ApplicationSetExpansion, text: string): FindingDetails {
  const names = [...new Set(generators.flatMap(({ sets }) => sets.flatMap(({ values }) => namesIn(values, ''))))].sort();
  const near = name === undefined ? undefined : nearest(name, names);
  return {
    received: text.includes('\n') ? `${text.split('\n').length} lines` : text,
    expected: names.length > 0 ? names.slice(0, 12).join(', ') : undefined,
    fix: near && `did you mean ${near}?`,
  };
}

function namesIn(value: GoValue, path: string): string[] {
  if (!(value instanceof GoMap)) return [path];
  return [...value.entries].flatMap(([key, item]) => namesIn(item, path === '' ? key : `${path}.${key}`)).filter((name) => !name.includes('['));
}
