import { certainlyMeant, renamed } from '../../certain-edit';
import { defineRule } from '../../rule';
import { nearest } from '../../schema/similar-name';
import { exampleAnnotations } from './examples';
import { updaterAnnotations } from './settings';

/** Of the whole Application. */
const COMMON = ['allow-tags', 'force-update', 'ignore-tags', 'pull-secret', 'update-strategy'];
const APPLICATION = [...COMMON, 'git-branch', 'git-repository', 'image-list', 'write-back-method', 'write-back-target'];
/** Of one image, behind its alias. */
const IMAGE = [...COMMON, 'helm.image-name', 'helm.image-spec', 'helm.image-tag', 'kustomize.image-name', 'platforms'];

/** Finds annotations in the name of the Image Updater that it does not read. */
export const knownAnnotation = defineRule({
  id: 'image-updater/known-annotation',
  severity: 'error',
  kinds: ['argoproj.io/Application', 'argoproj.io/ApplicationSet'],
  since: '0.1.0',
  implements: ['CD-269'],
  title: 'annotations of the Image Updater are ones that it reads, for images that are listed',
  rationale: 'An annotation that is misspelt, or that is for an alias which image-list does not have, is ignored without a word.',
  bad: exampleAnnotations('image-list: web=registry.example.com/shop/web\nwbe.allow-tags: regexp:^1'),
  good: exampleAnnotations('image-list: web=registry.example.com/shop/web\nweb.allow-tags: regexp:^1'),
  check(entry, context) {
    const annotations = updaterAnnotations(entry);
    const list = annotations.find(({ setting, alias }) => setting === 'image-list' && alias === '');
    const aliases = list?.value.split(',').flatMap((item) => (item.includes('=') ? item.split('=', 1)[0]!.trim() : []));
    for (const { key, alias, setting, pointer } of annotations) {
      const known = alias === '' ? APPLICATION : IMAGE;
      if (!known.includes(setting)) {
        const near = nearest(setting, known);
        context.report(pointer, `the Image Updater knows no annotation ${key} and ignores it`, {
          expected: known.map((name) => (alias === '' ? name : `${alias}.${name}`)).join(', '),
          fix: near ? `did you mean ${alias === '' ? '' : `${alias}.`}${near}?` : 'take it out',
          ...renamed(pointer, named(key, setting, certainlyMeant(setting, known))),
        });
      } else if (alias !== '' && aliases && !aliases.includes(alias)) {
        const near = nearest(alias, aliases);
        context.report(pointer, `no image of the list has the alias ${alias}, so this is ignored`, {
          received: alias, expected: aliases.join(', ') || 'an alias: <alias>=<image>', fix: near ? `did you mean ${near}?` : 'give the image this alias in image-list',
        });
      }
    }
  },
});

function named(key: string, setting: string, meant: string | undefined): string | undefined {
  return meant === undefined || !key.endsWith(setting) ? undefined : key.slice(0, -setting.length) + meant;
}
