import { defineRule } from '../../rule';
import { exampleWindow, syncWindowsOf } from './sync-windows';

/** Finds sync windows of no kind, with no selector, or with more words than fit. */
export const syncWindowValues = defineRule({
  id: 'projects/sync-window-values',
  severity: 'error',
  kinds: ['argoproj.io/AppProject'],
  since: '0.1.0',
  implements: ['CD-121', 'CD-124', 'CD-126'],
  title: 'a sync window allows or denies, and is for some Applications',
  rationale:
    'The kind is allow or deny, in lower case. A window without applications, namespaces and clusters is for no Application at all, so a '
    + 'freeze that was meant does not happen. The API server refuses both, and descriptions of more than 255 characters.',
  bad: exampleWindow(`
kind: deny
schedule: 0 22 * * fri
duration: 48h`),
  good: exampleWindow(`
kind: deny
schedule: 0 22 * * fri
duration: 48h
applications: ['*']`),
  check(entry, context) {
    for (const window of syncWindowsOf(entry)) {
      const [kind, description] = [window.at('kind'), window.at('description')];
      if (!['allow', 'deny'].includes(kind.text) && (typeof kind.value === 'string' || !kind.exists)) {
        context.report(kind.exists ? kind.pointer : window.pointer, 'the window neither allows nor denies', {
          received: kind.text || 'no kind',
          expected: 'allow or deny',
        });
      }
      if (['applications', 'namespaces', 'clusters'].every((field) => window.at(field).items.length === 0)) {
        context.report(window.pointer, 'the window is for no Application', {
          expected: 'applications, namespaces or clusters',
          fix: 'write applications: ["*"] for all of the project',
        });
      }
      // Go counts bytes.
      if (Buffer.byteLength(description.text) > 255) {
        context.report(description.pointer, `the description has ${Buffer.byteLength(description.text)} bytes, and at most 255 are taken`, { fix: 'shorten it' });
      }
    }
  },
});
