import { expansionOf } from '../../../expansion/expansions';
import { TextRenderer } from '../../../expansion/text-renderer';
import type { GoMap } from '../../../languages/go-templates/values';
import { isLabelValue } from '../../../manifests/labels';
import type { ManifestEntry } from '../../../manifests/manifest-set';
import { Place } from '../../../manifests/references/place';
import { defineRule } from '../../rule';
import { exampleApplicationSet, exampleTemplate, GO_TEMPLATE } from './example-application-set';
import { type FreeText, freeTextOf, withSample } from './free-text-parameters';
import { generatorEntries } from './generator-entries';
import { isNamespaceName, isObjectName } from './object-name';

/** Finds names and labels made of texts that people write as they like. */
export const freeTextFits = defineRule({
  id: 'appsets/free-text-fits',
  severity: 'error',
  kinds: ['argoproj.io/ApplicationSet'],
  since: '0.1.0',
  implements: ['CD-181'],
  title: 'names, labels and namespaces are not made of branches, titles and paths as they are',
  rationale: 'A branch such as Feature/Cart, the title of a pull request or the path of a folder has signs that no name and no label has. The '
    + 'API server refuses the Application, and the error stands in the conditions of the ApplicationSet and nowhere else.',
  bad: example('{{ .branch }}'),
  good: example('{{ .branch_slug }}'),
  check(entry, context) {
    const texts = textsOf(entry);
    if (texts.length === 0) return;
    const renderer = TextRenderer.of(entry.manifest);
    const entries = generatorEntries(entry)
      .flatMap(({ entry: place, types }) => types.map((type) => ({ type, generator: place.at(type) })));
    for (const { pointer, sets } of expansionOf(entry, context.manifests).generators) {
      const own = entries.filter(({ generator }) => `${generator.pointer}/`.startsWith(`${pointer}/`));
      const free = own.flatMap(({ type, generator }) => freeTextOf(type, generator));
      for (const { place, what, fits } of texts) {
        const outcomeOf = (values: GoMap, one?: FreeText): string | undefined => {
          const outcome = renderer.render(place.text, withSample(values, renderer.goTemplate, one));
          return 'text' in outcome ? outcome.text : undefined;
        };
        for (const { values } of sets) {
          const plain = outcomeOf(values);
          // What is wrong anyway is said by others.
          if (plain === undefined || !fits(plain)) continue;
          const wrong = free.map((one) => ({ one, made: outcomeOf(values, one) })).find(({ made }) => made !== undefined && !fits(made));
          if (!wrong) continue;
          const name = wrong.one.path.join('.');
          const message = `${what} is made of ${name}, which may be any text: ${JSON.stringify(wrong.made)} would be refused`;
          context.report(place.pointer, message, { received: place.text, fix: wrong.one.fix });
          break;
        }
      }
    }
  },
});

interface CheckedText {
  readonly place: Place;
  readonly what: string;
  readonly fits: (text: string) => boolean;
}

function textsOf(entry: ManifestEntry): CheckedText[] {
  const template = Place.root(entry.manifest).at('spec', 'template');
  const labels = template.at('metadata', 'labels').fields.map(([key, place]) => ({ place, what: `the label ${key}`, fits: isLabelValue }));
  return [
    { place: template.at('metadata', 'name'), what: 'the name', fits: isObjectName },
    ...labels,
    { place: template.at('spec', 'destination', 'namespace'), what: 'the namespace', fits: isNamespaceName },
  ].filter(({ place }) => place.text.includes('{{'));
}

function example(branch: string): string {
  return exampleApplicationSet(`${GO_TEMPLATE}
generators:
  - pullRequest:
      github:
        owner: shop
        repo: web
        tokenRef:
          secretName: github
          key: token
${exampleTemplate(`'preview-${branch}'`)}`);
}
