import { defineRule } from '../../rule';
import { nearest } from '../../schema/similar-name';
import { APPLICATION_KINDS, applicationSpec } from './application-spec';
import { EXAMPLE_SOURCE, exampleApplication } from './example-application';
import { spelledDefault, SYNC_OPTIONS } from './sync-options';

/** Finds sync options of an Application that do not exist. */
export const syncOptionKnown = defineRule({
  id: 'apps/sync-option-known',
  severity: 'error',
  kinds: APPLICATION_KINDS,
  since: '0.1.0',
  implements: ['CD-090', 'CD-091'],
  title: 'the sync options of an Application are ones that Argo CD reads',
  rationale:
    'Argo CD compares each entry as text, letter by letter, and ignores what it does not know: with CreateNamespace=True no '
    + 'namespace is made. An unknown PrunePropagationPolicy counts as foreground.',
  bad: exampleApplication(`${EXAMPLE_SOURCE}
syncPolicy:
  syncOptions:
    - CreateNamespace=True`),
  good: exampleApplication(`${EXAMPLE_SOURCE}
syncPolicy:
  syncOptions:
    - CreateNamespace=true`),
  check(entry, context) {
    const { items } = applicationSpec(entry).at('syncPolicy', 'syncOptions');
    for (const option of items) {
      if (typeof option.value !== 'string' || option.text.includes('{{') || SYNC_OPTIONS.includes(option.text)) continue;
      if (spelledDefault(option.text, items)) continue;
      const [name = '', value = ''] = option.text.split('=').map((part) => part.trim());
      const opposite = /^(true|false)$/.test(value) && SYNC_OPTIONS.some((known) => known.startsWith(`${name}=`) && !known.includes(`=${value}`));
      // What is nearest to Force=true in letters would replace every object.
      const isForce = name === 'Force';
      const meant = isForce ? undefined : nearest(option.text, SYNC_OPTIONS);
      context.report(option.pointer, `Argo CD reads no sync option ${option.text} and ignores it`, {
        received: option.text,
        fix: isForce ? 'leave it out; an object that has to be deleted and made again, such as a Job, says so in an annotation of its own' : opposite && !SYNC_OPTIONS.includes(`${name}=${value}`)
          ? `leave it out: ${name} has this value when nothing is said`
          : meant && `did you mean ${meant}?`,
        ...(!opposite && meant !== undefined && meant.toLowerCase() === option.text.toLowerCase().replace(/\s/g, '')
          ? { edit: { op: 'set' as const, pointer: option.pointer, value: meant } }
          : {}),
      });
    }
  },
});
