import { matchesPathPattern } from '../../../languages/globs';
import { idOf } from '../../../manifests/manifest';
import type { ManifestEntry, ManifestSet } from '../../../manifests/manifest-set';
import { readSetOnce } from '../../../manifests/read-once';
import { Place } from '../../../manifests/references/place';
import { selectorMatches } from '../../../manifests/selectors';
import { generatedBy } from '../appsets/generated';
import { updaterAnnotations } from './settings';

/** An Application that an ImageUpdater looks after. */
export interface UpdatedApplication {
  /** The Application, or what an ApplicationSet makes of its template. */
  readonly application: ManifestEntry;
  /** The ApplicationSet that makes it, if one does. */
  readonly madeBy?: ManifestEntry;
  /** The entry of the ImageUpdater that counts for it. */
  readonly ref: Place;
  readonly writeBack: WriteBackSettings;
}

/** What becomes of new versions. */
export interface WriteBackSettings {
  readonly method: 'argocd' | 'git';
  /** The file that is written, `''` for the one of the Image Updater itself. */
  readonly target: string;
  /** Where the target is said, or the entry where nobody says it. */
  readonly place: Place;
  /** URL of another repository than that of the source, `''` for that one. */
  readonly repository: string;
}

type Found = Pick<UpdatedApplication, 'application' | 'madeBy'>;

/** The Applications of this synth that an ImageUpdater looks after: each by the most exact of the entries that fit. */
export function updatedApplications(entry: ManifestEntry, manifests: ManifestSet): UpdatedApplication[] {
  const spec = Place.root(entry.manifest).at('spec');
  const refs = spec.at('applicationRefs').items.map((ref) => ({ ref, weight: weightOf(ref) })).sort((a, b) => b.weight - a.weight);
  if (refs.length === 0) return [];
  return applicationsIn(manifests).flatMap(({ application, madeBy }) => {
    const { id: { name, namespace } } = application;
    if (namespace !== entry.id.namespace) return [];
    const labels = Place.root(application.manifest).at('metadata', 'labels').object;
    const best = refs.find(({ ref }) => matchesPathPattern(ref.at('namePattern').text, name)
      && (!ref.at('labelSelectors').exists || selectorMatches(ref.at('labelSelectors').value, labels)));
    if (!best) return [];
    const writeBack = best.ref.at('useAnnotations').value === true ? fromAnnotations(application, best.ref) : fromResource(best.ref, spec);
    return [{ application, madeBy, ref: best.ref, writeBack }];
  });
}

const applicationsIn = readSetOnce((manifests): readonly Found[] =>
  manifests.entries.filter(({ id }) => id.group === 'argoproj.io').flatMap((entry): Found[] => {
    if (entry.id.kind === 'Application') return [{ application: entry }];
    if (entry.id.kind !== 'ApplicationSet') return [];
    return generatedBy(entry, manifests).filter(({ name }) => name !== '').map(({ application: { manifest } }) =>
      ({ application: { ...entry, manifest, id: idOf(manifest, entry.id.namespace) }, madeBy: entry }));
  }));

// calculateSpecificity of pkg/argocd/argocd.go in argoproj-labs/argocd-image-updater.
function weightOf(ref: Place): number {
  const pattern = ref.at('namePattern').text;
  const labels = ref.at('labelSelectors');
  const conditions = labels.at('matchLabels').fields.length + labels.at('matchExpressions').items.length;
  return (/[*?[\]]/.test(pattern) ? 0 : 1e6) + pattern.replace(/\[.*?\]|[*?]/g, '').length + (labels.exists ? 1e4 + 100 * conditions : 0);
}

// A field of the entry counts before that of the whole.
function fromResource(ref: Place, spec: Place): WriteBackSettings {
  const said = (...path: readonly string[]): Place => {
    const own = ref.at('writeBackConfig', ...path);
    return own.exists ? own : spec.at('writeBackConfig', ...path);
  };
  const target = said('gitConfig', 'writeBackTarget');
  return {
    method: methodOf(said('method').text), target: target.text, place: target.exists ? target : ref.at('namePattern'), repository: said('gitConfig', 'repository').text,
  };
}

function fromAnnotations(application: ManifestEntry, ref: Place): WriteBackSettings {
  const all = updaterAnnotations(application);
  const said = (name: string): string => all.find(({ setting, alias }) => setting === name && alias === '')?.value ?? '';
  return { method: methodOf(said('write-back-method')), target: said('write-back-target'), place: ref.at('namePattern'), repository: said('git-repository') };
}

function methodOf(text: string): WriteBackSettings['method'] {
  return /^git(:|$)/.test(text.trim()) ? 'git' : 'argocd';
}
