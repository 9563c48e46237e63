import { certainlyMeant, corrected } from '../../certain-edit';
import { defineRule } from '../../rule';
import { exampleUpdater } from './examples';
import { settingsOf, UPDATED_KINDS } from './settings';

const KUSTOMIZATION = /(^|\/)(kustomization\.ya?ml|Kustomization)$/;

/** Finds targets that would be overwritten, or missed. */
export const writeBackTarget = defineRule({
  id: 'image-updater/write-back-target',
  severity: 'error',
  kinds: UPDATED_KINDS,
  since: '0.1.0',
  implements: ['CD-264'],
  title: 'a write-back target is kustomization:<folder>, helmvalues:<file>, or a file of its own',
  rationale:
    'Any other text is a file that the Image Updater replaces with parameters: for a kustomization.yaml it refuses. After the words '
    + 'kustomization and helmvalues it expects a colon and drops whatever stands in its place.',
  bad: exampleUpdater('writeBackConfig:\n  method: git\n  gitConfig:\n    writeBackTarget: overlays/production/kustomization.yaml'),
  good: exampleUpdater('writeBackConfig:\n  method: git\n  gitConfig:\n    writeBackTarget: kustomization:overlays/production'),
  check(entry, context) {
    for (const { text, pointer } of settingsOf(entry, 'writeBackTarget')) {
      const [, word, rest] = /^(kustomization|helmvalues)(?::([^]*)|$)/.exec(text) ?? [];
      if (word === 'helmvalues' || (word === 'kustomization' && !KUSTOMIZATION.test(rest ?? ''))) continue;
      const folder = (rest ?? text).replace(KUSTOMIZATION, '');
      if (KUSTOMIZATION.test(rest ?? text)) {
        context.report(pointer, word ? 'the file is named where its folder is expected' : 'the kustomization would be replaced, which the Image Updater refuses', {
          received: text, expected: 'kustomization:<folder>', fix: folder === '' ? 'write kustomization' : `write kustomization:${folder}`,
        });
      } else if (/^(kustomization|helmvalues)/.test(text)) {
        context.report(pointer, 'no colon stands behind the first word, and what stands there is dropped', {
          received: text, expected: 'kustomization:<folder> or helmvalues:<file>', fix: 'write a colon',
        });
      } else {
        const [, first = ''] = /^([\w-]+)(?::|$)/.exec(text) ?? [];
        const meant = certainlyMeant(first, ['kustomization', 'helmvalues']);
        if (meant === undefined) continue;
        context.report(pointer, `a file ${first} of its own would be written, which nobody reads`, {
          received: text, expected: 'kustomization:<folder>, helmvalues:<file>, or a file', fix: `did you mean ${meant}?`,
          ...corrected(pointer, meant + text.slice(first.length)),
        });
      }
    }
  },
});
