import { Place } from '../../../manifests/references/place';
import { certainlyMeant, corrected, correctedParts } from '../../certain-edit';
import { defineRule } from '../../rule';
import { nearest } from '../../schema/similar-name';
import { addressProblem } from './address-problem';
import { APPLICATION_KINDS, literalOf } from './application-spec';
import { EXAMPLE_SOURCE, exampleApplication } from './example-application';

interface Expected {
  /** Whether Argo CD reads the text. */
  fits(text: string): boolean;
  /** What it reads. */
  readonly wanted: string;
  /** The words that a misspelt one may be taken for. */
  readonly words?: readonly string[];
  /** What it does with anything else. */
  readonly otherwise: string;
}

function oneOf(words: readonly string[], otherwise: string): Expected {
  return { words, fits: (text) => words.includes(text), wanted: words.join(', ').replace(/, ([^,]*)$/, ' or $1'), otherwise };
}

const COMPARE_OPTIONS = ['IgnoreExtraneous', 'IncludeMutationWebhook=true', 'ServerSideDiff=false', 'ServerSideDiff=true'];

/** The scheme is misspelt, or its slashes are missing. Links may be of any scheme, and have a title before a bar. */
const WEB_ADDRESS: Expected = {
  fits: (text) => addressProblem(text.replace(/^.*\|/, ''), ['http', 'https']) === undefined,
  wanted: 'a URL with http:// or https://', otherwise: 'a browser cannot open it',
};

/** What Go reads as a truth value. */
const BOOLEANS = ['1', 't', 'T', 'TRUE', 'true', 'True', '0', 'f', 'F', 'FALSE', 'false', 'False'];

const EXPECTED: ReadonlyMap<string, Expected> = new Map([
  ['argocd.argoproj.io/managed-by-url', {
    fits: (text) => /^https?:\/\/[^/\s]+/.test(text), wanted: 'a URL with http:// or https://', otherwise: 'Argo CD refuses the Application',
  }],
  ['argocd.argoproj.io/skip-reconcile', {
    words: ['true', 'false'], fits: (text) => BOOLEANS.includes(text), wanted: "'true' or 'false'", otherwise: 'Argo CD reconciles the Application as ever',
  }],
  ['argocd.argoproj.io/compare-options', {
    words: COMPARE_OPTIONS, fits: (text) => text.split(',').every((option) => COMPARE_OPTIONS.includes(option.trim())),
    wanted: 'ServerSideDiff=true, ServerSideDiff=false or IncludeMutationWebhook=true', otherwise: 'Argo CD passes over it',
  }],
  ['argocd.argoproj.io/refresh', oneOf(['normal', 'hard'], 'Argo CD refreshes without the hard part')],
  ['argocd.argoproj.io/hydrate', oneOf(['normal', 'hard'], 'Argo CD hydrates without the hard part')],
  ['notice.argocd.argoproj.io/severity', oneOf(['info', 'warning', 'critical'], 'the notice is not shown as it is meant')],
  ['notice.argocd.argoproj.io/url', WEB_ADDRESS],
  ['notice.argocd.argoproj.io/scope', oneOf(['banner', 'icon', 'both'], 'the notice is not shown as it is meant')],
]);

/** Finds annotations of Applications whose text Argo CD does not read. */
export const annotationValues = defineRule({
  id: 'apps/annotation-values',
  severity: 'error',
  kinds: APPLICATION_KINDS,
  since: '0.1.0',
  implements: ['CD-025'],
  title: 'annotations of an Application have a value that Argo CD reads',
  rationale:
    'Argo CD refuses an Application whose managed-by-url is no web address. With the other annotations it goes on as if a text that it '
    + 'cannot read were not there.',
  bad: example('argocd.example.com'),
  good: example('https://argocd.example.com'),
  check(entry, context) {
    const root = Place.root(entry.manifest);
    const made = entry.id.kind === 'ApplicationSet' ? root.at('spec', 'template') : root;
    for (const [name, place] of made.at('metadata', 'annotations').fields) {
      const expected = EXPECTED.get(name) ?? (name.startsWith('link.argocd.argoproj.io/') ? WEB_ADDRESS : undefined);
      if (!expected || literalOf(place) === '' || expected.fits(place.text)) continue;
      const meant = name.endsWith('compare-options') ? nearest(place.text, COMPARE_OPTIONS) : undefined;
      context.report(place.pointer, `the text of ${name} is not one that Argo CD reads, so ${expected.otherwise}`, {
        received: place.text, expected: expected.wanted, fix: meant && `did you mean ${meant}?`,
        ...corrected(place.pointer, certainText(place.text, expected)),
      });
    }
  },
});

function certainText(text: string, expected: Expected): string | undefined {
  const mended = correctedParts(text, (part) => certainlyMeant(part, expected.words ?? []));
  return expected.fits(mended) ? mended : undefined;
}

function example(url: string): string {
  return exampleApplication(EXAMPLE_SOURCE).replace('spec:', `  annotations:\n    argocd.argoproj.io/managed-by-url: ${url}\nspec:`);
}
