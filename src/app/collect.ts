import { type ApiObject, Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { fleetOf } from '../fleet/declared-fleet';
import { writtenRepositories } from '../fleet/written-repositories';
import { idOf, type Manifest } from '../manifests/manifest';
import { type ManifestEntry, ManifestSet } from '../manifests/manifest-set';
import type { Provenance } from '../manifests/provenance';
import type { Unit } from '../manifests/unit';
import { filesOf } from '../render/extra-files';
import { isManifest } from '../render/render-failure';
import type { Rendering } from '../render/rendering';
import { isLineOfChart, sourceOf } from '../render/source-frame';
import { unwrittenOf } from '../render/unwritten';
import type { Finding } from '../validation/finding';
import { renders } from '../validation/rules/constructs/renders';
import { valid } from '../validation/rules/constructs/valid';
import type { Waiver } from '../validation/waivers';
import { addExternals } from './externals';
import { isHelmTemplate } from './helm-template';
import { indexFileOf } from './manifest-files';
import { unitOf } from './units';
import { waiversOf } from './validations';
import { warningsOf } from './warnings';

/** Everything that the passes need to know of a construct tree. */
export interface Collection {
  readonly manifests: ManifestSet;
  readonly waivers: readonly Waiver[];
  /** What went wrong before there were manifests: validations of constructs, objects that do not render. */
  readonly findings: readonly Finding[];
  /** Objects of `manifests` that no file holds. */
  readonly unwritten: ReadonlySet<ManifestEntry>;
  /** Ids of units whose file is a template of Helm. */
  readonly helmTemplates: ReadonlySet<string>;
  /** Charts by the id of their unit. */
  readonly charts: ReadonlyMap<string, Chart>;
}

/** How a construct tree is read. */
export interface CollectOptions {
  /** The files that the objects of a unit are written to. Throws when the unit cannot be a folder. */
  readonly filesOf: (unit: Unit) => ((manifest: Manifest) => string) | undefined;
  /** The construct whose own validations are left out, because it is them who ask. */
  readonly asking: IConstruct;
  /** Called as charts are rendered. */
  readonly onChart?: (done: number, of: number) => void;
}

/** Reads a construct tree once. */
export function collect(rendering: Rendering, options: CollectOptions): Collection {
  const manifests = new ManifestSet();
  for (const cluster of fleetOf(options.asking)?._facts() ?? []) manifests.addCluster(cluster);
  const waivers: Waiver[] = [];
  const findings: Finding[] = [];
  const unwritten = new Set<ManifestEntry>();
  const units = new Map<Chart, Unit>(rendering.charts.map((chart) => [chart, unitOf(chart)]));
  const folders = (): ReadonlySet<string> => new Set([...units.values()].map(({ id }) => id));
  for (const { url, root } of writtenRepositories(options.asking, folders)) manifests.addRepository({ url, root });
  for (const construct of rendering.constructs) {
    waivers.push(...waiversOf(construct));
    findings.push(...warningsOf(construct));
    if (construct !== options.asking) findings.push(...construct.node.validate().map((message) => invalid(construct, message)));
    addExternals(manifests, construct, units);
    for (const file of filesOf(construct)) {
      const content = produced(construct, `the file ${file.path}`, () => file.produce(), findings);
      if (content === undefined) continue;
      const unit = units.get(Chart.of(construct))!;
      manifests.addFile({ unit, path: file.path, content, provenance: provenanceOf(construct, `${unit.id}/${file.path}`) });
    }
    for (const produce of unwrittenOf(construct)) {
      const manifest = produced(construct, 'the object', produce, findings);
      if (manifest) unwritten.add(manifests.add(units.get(Chart.of(construct))!, manifest, provenanceOf(construct)));
    }
  }
  const charts = new Map<string, Chart>();
  for (const [chart, unit] of units) {
    const first = charts.get(unit.id);
    if (first) findings.push(invalid(chart, sharedFolder(first, chart, unit)));
    charts.set(unit.id, first ?? chart);
    options.onChart?.(charts.size, units.size);
    let fileOf: ((manifest: Manifest) => string) | undefined;
    try {
      fileOf = options.filesOf(unit);
    } catch (error) {
      findings.push(invalid(chart, (error as Error).message));
    }
    const objects = rendering.objectsOf(chart);
    const isWritten = objects.length > 0 || manifests.files.some((file) => file.unit === unit);
    const indexed = isWritten ? indexFileOf(chart, objects) : undefined;
    if (indexed) manifests.addIndexFile(indexed);
    for (const object of objects) {
      const rendered = rendering.render(object);
      if (isManifest(rendered)) {
        manifests.add(unit, rendered, provenanceOf(object, fileOf?.(rendered)));
      } else {
        findings.push(unrendered(object, rendered.message));
        // It is there, if only it could be rendered: whoever names it did nothing wrong.
        const { apiVersion, kind, name } = object;
        manifests.addExternal(unit, idOf({ apiVersion, kind, metadata: { name, namespace: object.metadata.namespace } }, unit.namespace));
      }
    }
  }
  const helmTemplates = new Set([...units].filter(([chart]) => isHelmTemplate(chart)).map(([, { id }]) => id));
  return { manifests, waivers, findings, unwritten, helmTemplates, charts };
}

function produced<T>(construct: IConstruct, what: string, produce: () => T, findings: Finding[]): T | undefined {
  try {
    return produce();
  } catch (error) {
    findings.push(invalid(construct, `${what} cannot be rendered: ${(error as Error).message}`));
    return undefined;
  }
}

function sharedFolder(first: Chart, second: Chart, unit: Unit): string {
  const [a, b] = [first, second].map((chart) => `${chart.node.path}${sourceOf(chart) ? ` (${sourceOf(chart)})` : ''}`);
  return `the charts ${a} and ${b} are both written to the folder ${JSON.stringify(unit.id)}, so one Application would own both. ` +
    'give one of them another folder';
}

function provenanceOf(construct: IConstruct, file?: string): Provenance {
  return { constructPath: construct.node.path, source: () => sourceOf(construct), isLineOfChart: () => isLineOfChart(construct), file };
}

function invalid(construct: IConstruct, message: string): Finding {
  return { rule: valid.id, severity: valid.severity, origin: provenanceOf(construct), pointer: '', message };
}

function unrendered(object: ApiObject, message: string): Finding {
  return {
    rule: renders.id, severity: renders.severity, origin: provenanceOf(object), pointer: '',
    message: `${object.kind}/${object.name} cannot be rendered: ${message}`,
  };
}
