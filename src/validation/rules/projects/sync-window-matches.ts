import { matchesGlob } from '../../../languages/globs';
import type { Place } from '../../../manifests/references/place';
import { defineRule } from '../../rule';
import { exampleMember } from './example-project';
import { membersOf } from './members';
import { exampleWindow, syncWindowsOf } from './sync-windows';

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
      const isAboutNothing = FIELDS.every((field) => one.at(field).items.length === 0);
      if (isAboutNothing || applications.some((application) => mayMatch(one, application))) continue;
      const missed = applications.find((application) => textsOf(application, 'clusters').some((text) => text !== ''));
      const names = [...new Set(applications.map((application) => application.at('metadata', 'name').text))].sort();
      context.report(one.pointer, 'the window matches no Application of the project, so it does nothing', {
        received: FIELDS.flatMap((field) => one.at(field).items.map(({ text }) => `${field}: ${text}`)).join(', '),
        expected: `one of ${names.slice(0, 5).join(', ')}${names.length > 5 ? ` and ${names.length - 5} more` : ''}`,
        fix: one.at('clusters').items.length > 0 && missed
          ? `write clusters as the destinations do: ${textsOf(missed, 'clusters').filter((text) => text !== '').join(', ')}`
          : 'correct the patterns, or take the window out',
      });
    }
  },
});

const FIELDS = ['applications', 'clusters', 'namespaces'] as const;

/** What the patterns of a field are compared with. @see SyncWindows.Matches in argoproj/argo-cd */
function textsOf(application: Place, field: (typeof FIELDS)[number]): readonly string[] {
  const destination = application.at('spec', 'destination');
  switch (field) {
    case 'applications': return [application.at('metadata', 'name').text];
    case 'clusters': return [destination.at('name').text, destination.at('server').text];
    case 'namespaces': return [destination.at('namespace').text];
  }
}

function mayMatch(window: Place, application: Place): boolean {
  const answers = FIELDS.filter((field) => window.at(field).items.length > 0).map((field) => {
    const texts = textsOf(application, field).filter((text) => text !== '' || field === 'namespaces');
    return window.at(field).items.some((pattern) => texts.some((text) => text.includes('{{') || matchesGlob(pattern.text, text)));
  });
  return window.at('andOperator').value === true ? answers.every(Boolean) : answers.some(Boolean);
}
