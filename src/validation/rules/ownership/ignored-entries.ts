import { matchesGlob } from '../../../languages/globs';
import type { ManifestEntry, ManifestSet } from '../../../manifests/manifest-set';
import type { Place } from '../../../manifests/references/place';
import type { WrittenEntry } from '../../../ownership/ignore-difference';
import { applicationSpec } from '../apps/application-spec';
import { argoCdConfig } from '../apps/argo-cd-config';

/** An object as far as entries of `ignoreDifferences` tell objects apart. */
export interface IgnorableObject {
  readonly group?: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace?: string;
}

/** The entries of an Application that mean this object and ignore something of it. */
export function entriesFor(entry: ManifestEntry, object: IgnorableObject): Place[] {
  return applicationSpec(entry).at('ignoreDifferences').items.filter((ignored) =>
    matchesGlob(ignored.at('group').text, object.group ?? '') && matchesGlob(ignored.at('kind').text, object.kind)
    && fits(ignored.at('name').text, object.name) && fits(ignored.at('namespace').text, object.namespace ?? '')
    && ['jsonPointers', 'jqPathExpressions', 'managedFieldsManagers'].some((field) => ignored.at(field).items.length > 0));
}

/** Whether `argocd-cm` ignores what a controller writes, for the objects of all Applications. */
export function isIgnoredForAll({ group = '', kind, jqPathExpressions }: WrittenEntry, manifests: ManifestSet): boolean {
  const data = argoCdConfig(manifests) ?? {};
  const ofEvery = data[`${PREFIX}.all`];
  // Which of the fields it means is a matter of the names at their ends.
  return data[`${PREFIX}.${group}_${kind}`] !== undefined
    || (typeof ofEvery === 'string' && jqPathExpressions.some((path) => ofEvery.includes(/\w+(?=\W*$)/.exec(path)?.[0] ?? path)));
}

const PREFIX = 'resource.customizations.ignoreDifferences';

/** The sync option of an Application, if it has it. */
export function syncOption(entry: ManifestEntry, text: string): Place | undefined {
  return applicationSpec(entry).at('syncPolicy', 'syncOptions').items.find((option) => option.text === text);
}

// A manifest without a namespace is applied into the one of the Application.
function fits(wanted: string, text: string): boolean {
  return wanted === '' || text === '' || wanted === text || wanted.includes('{{');
}
