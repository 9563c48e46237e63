import { expansionOf } from '../../../expansion/expansions';
import { Place } from '../../../manifests/references/place';
import { defineRule } from '../../rule';
import { exampleApplicationSet, exampleList, exampleTemplate, GO_TEMPLATE } from './example-application-set';
import { generatedBy } from './generated';

const SEVERAL = new Set(['pullRequest', 'scmProvider']);

/** Finds Applications of a set that have the same name. */
export const uniqueNames = defineRule({
  id: 'appsets/unique-names',
  severity: 'error',
  kinds: ['argoproj.io/ApplicationSet'],
  since: '0.1.0',
  implements: ['CD-147'],
  title: 'every Application of a set has a name of its own',
  rationale: 'Of two Applications with one name the controller makes neither, and no longer updates the one that exists. The others go on, '
    + 'so nobody notices.',
  bad: exampleApplicationSet(`${GO_TEMPLATE}
${exampleList('{ app: web, env: staging }', '{ app: web, env: production }')}
${exampleTemplate("'{{ .app }}'")}`),
  good: exampleApplicationSet(`${GO_TEMPLATE}
${exampleList('{ app: web, env: staging }', '{ app: web, env: production }')}
${exampleTemplate("'{{ .app }}-{{ .env }}'")}`),
  check(entry, context) {
    const place = Place.root(entry.manifest).at('spec', 'template', 'metadata', 'name');
    const counts = new Map<string, number>();
    for (const { name, application: { count } } of generatedBy(entry, context.manifests)) {
      if (name !== '' && count !== 'any') counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    for (const [name, count] of counts) {
      if (count < 2) continue;
      context.report(place.pointer, `${count} Applications would be named ${name}, and Argo CD makes none of them`, {
        received: place.text, fix: 'put a parameter into the name that differs from one to the next',
      });
    }
    const many = expansionOf(entry, context.manifests).generators.find(({ type }) => SEVERAL.has(type));
    if (many && place.text !== '' && !place.text.includes('{{')) {
      context.report(place.pointer, `all Applications of the generator ${many.type} would be named ${place.text}`, {
        received: place.text, fix: 'put a parameter into the name that differs from one to the next',
      });
    }
  },
});
