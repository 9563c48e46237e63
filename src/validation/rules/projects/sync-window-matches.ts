import { defineRule } from '../../rule';
import { exampleMember } from './example-project';
import { membersOf } from './members';
import { exampleWindow, syncWindowsOf } from './sync-windows';
import { comparedWith, mayMatch, WINDOW_FIELDS } from './window-fit';

const window = (application: string): string => exampleWindow(`
kind: deny
schedule: 0 22 * * *
duration: 8h
applications: ['${application}']`) + exampleMember();

/** Finds sync windows that are about none of the Applications. */
export const syncWindowMatches = defineRule({
  id: 'projects/sync-window-matches',
  severity: 'warning',
  kinds: ['argoproj.io/AppProject'],
  since: '0.1.0',
  implements: [],
  needsCompleteSet: true,
  title: 'a sync window is about some Application of its project',
  rationale:
    'A window that matches no Application does nothing, and a deny window that was misspelt protects nobody. Clusters are compared with the '
    + 'text of the destination: a window that names a cluster misses the Applications that give its address. Looked at where all '
    + 'Applications of the project that are here are known.',
  bad: window('wbe-*'),
  good: window('web*'),
  check(entry, context) {
    const windows = syncWindowsOf(entry);
    if (windows.length === 0) return;
    const { applications, isKnown } = membersOf(entry, context.manifests);
    if (applications.length === 0 || !isKnown) return;
    for (const one of windows) {
      const isAboutNothing = WINDOW_FIELDS.every((field) => one.at(field).items.length === 0);
      if (isAboutNothing || applications.some((application) => mayMatch(one, application))) continue;
      const missed = applications.find((application) => comparedWith(application, 'clusters').length > 0);
      const names = [...new Set(applications.map((application) => application.at('metadata', 'name').text))].sort();
      context.report(one.pointer, 'the window matches no Application of the project, so it does nothing', {
        received: WINDOW_FIELDS.flatMap((field) => one.at(field).items.map(({ text }) => `${field}: ${text}`)).join(', '),
        expected: `one of ${names.slice(0, 5).join(', ')}${names.length > 5 ? ` and ${names.length - 5} more` : ''}`,
        fix: one.at('clusters').items.length > 0 && missed
          ? `write clusters as the destinations do: ${comparedWith(missed, 'clusters').join(', ')}`
          : 'correct the patterns, or take the window out',
      });
    }
  },
});
