import type { IConstruct } from 'constructs';
import { compareByApplyOrder } from '../manifests/apply-order';
import { InputError } from '../manifests/input-error';
import type { Manifest } from '../manifests/manifest';
import type { ManifestEntry } from '../manifests/manifest-set';
import type { Unit } from '../manifests/unit';
import { toYaml } from '../manifests/yaml';
import type { OutputFile } from '../output/writer';
import { annotated } from '../validation/acknowledgement';
import { writtenAcknowledgements } from '../validation/written-acknowledgements';
import type { Checked } from './checked';
import type { Collection } from './collect';
import { HYDRATOR_METADATA } from './dry-commit';
import { escapedForHelm } from './helm-template';
import { layoutOf } from './layout';
import { indexFileOf } from './manifest-files';

/** Every file that an app writes. */
export function outputFiles(root: IConstruct, checked: Checked): OutputFile[] {
  const { manifests, charts } = checked.collection;
  const beside = manifests.files.map(({ unit, path, content }) => ({ unit: unit.id, path: `${unit.id}/${path}`, content }));
  const delivered = [...manifestsOutput(root, checked), ...beside];
  const withFiles = new Set(delivered.map(({ unit }) => unit));
  const unitIds = new Set(manifests.units.map(({ id }) => id));
  const indexed = manifests.units.filter(({ id }) => withFiles.has(id)).flatMap((unit): OutputFile[] => {
    const file = indexFileOf(charts.get(unit.id)!, manifests.of(unit).map(({ manifest }) => manifest));
    if (file) refuseInside(unitIds, file.path);
    return file ? [{ unit: unit.id, ...file }] : [];
  });
  const { madeOf } = layoutOf(root);
  const commit = madeOf ? [{ unit: HYDRATOR_METADATA, path: HYDRATOR_METADATA, content: madeOf._toFile() }] : [];
  return [...delivered, ...indexed, ...commit];
}

/** What an Application delivers is not the place of what makes Applications. */
function refuseInside(unitIds: ReadonlySet<string>, path: string): void {
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
    const folder = path.slice(0, end);
    if (!unitIds.has(folder)) continue;
    throw new InputError(`the index of charts writes ${path}, and ${folder} is the folder of a chart. give the index a folder of its own: ChartIndex.in('index')`);
  }
}

/** The files with manifests alone. */
export function manifestsOutput(root: IConstruct, { collection, validation }: Checked): OutputFile[] {
  const acknowledged = writtenAcknowledgements(validation);
  const written = (entry: ManifestEntry): Manifest => annotated(entry.manifest, acknowledged.get(entry));
  return collection.manifests.units.flatMap((unit) => filesOfUnit(root, unit, collection, written));
}

function filesOfUnit(root: IConstruct, unit: Unit, collection: Collection, manifestOf: (entry: ManifestEntry) => Manifest): OutputFile[] {
  const { manifests, unwritten, helmTemplates, charts } = collection;
  const written = manifests.of(unit).filter((entry) => !unwritten.has(entry));
  const byFile = new Map<string, typeof written>();
  for (const entry of written.sort((a, b) => compareByApplyOrder(a.manifest, b.manifest))) {
    const file = entry.provenance.file!;
    const entries = byFile.get(file);
    if (entries) entries.push(entry);
    else byFile.set(file, [entry]);
  }
  const { madeFrom } = layoutOf(root);
  const header = madeFrom === undefined ? '' : `# made by cdk8s-argo from ${madeFrom}, chart ${inOneLine(charts.get(unit.id)!.node.path)}. do not edit\n`;
  return [...byFile].map(([path, entries]) => {
    const yaml = `${header}${toYaml(entries.map(manifestOf))}`;
    return { unit: unit.id, path, content: helmTemplates.has(unit.id) ? escapedForHelm(yaml) : yaml };
  });
}

/** An id may hold anything; what YAML takes for the end of a line would end the comment. */
function inOneLine(text: string): string {
  return text.replace(/[\0-\x1f\x7f-\x9f\u2028\u2029]/g, ' ');
}
