import { readSetOnce } from '../manifests/read-once';

/** The kinds of the objects of a set, whatever their group: custom resources may be called anything. */
export const kindsHere = readSetOnce(({ entries }): ReadonlySet<string> => new Set(entries.map(({ id }) => id.kind)));
