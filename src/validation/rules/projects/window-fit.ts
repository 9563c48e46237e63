import { matchesGlob } from '../../../languages/globs';
import type { Place } from '../../../manifests/references/place';

/** What a sync window may look at. */
export const WINDOW_FIELDS = ['applications', 'clusters', 'namespaces'] as const;

/** What the patterns of a field are compared with. @see SyncWindows.Matches in argoproj/argo-cd */
export function comparedWith(application: Place, field: (typeof WINDOW_FIELDS)[number]): readonly string[] {
  const destination = application.at('spec', 'destination');
  switch (field) {
    case 'applications': return [application.at('metadata', 'name').text];
    case 'clusters': return [destination.at('name').text, destination.at('server').text].filter((text) => text !== '');
    case 'namespaces': return [destination.at('namespace').text];
  }
}

/** Whether a window may be for an Application, by some of its fields. A text with a parameter may become any. */
export function mayMatch(window: Place, application: Place, fields: readonly (typeof WINDOW_FIELDS)[number][] = WINDOW_FIELDS): boolean {
  const answers = fields.filter((field) => window.at(field).items.length > 0).map((field) => {
    const texts = comparedWith(application, field).filter((text) => text !== '' || field === 'namespaces');
    return window.at(field).items.some((pattern) => texts.some((text) => text.includes('{{') || matchesGlob(pattern.text, text)));
  });
  return window.at('andOperator').value === true ? answers.every(Boolean) : answers.some(Boolean);
}
