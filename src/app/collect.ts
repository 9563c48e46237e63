import { type ApiObject, Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { ManifestSet } from '../manifests/manifest-set';
import type { Provenance } from '../manifests/provenance';
import type { Unit } from '../manifests/unit';
import { externalsOf } from '../render/external-objects';
import { isManifest, type Rendering } from '../render/rendering';
import { sourceOf } from '../render/source-frame';
import type { Finding } from '../validation/finding';
import { renders } from '../validation/rules/constructs/renders';
import { valid } from '../validation/rules/constructs/valid';
import type { Waiver } from '../validation/waivers';
import { unitOf } from './units';
import { waiversOf } from './validations';

/** Everything that the passes need to know of a construct tree. */
export interface Collection {
  readonly manifests: ManifestSet;
  readonly waivers: readonly Waiver[];
  /** What went wrong before there were manifests: validations of constructs, objects that do not render. */
  readonly findings: readonly Finding[];
}

/** Reads a construct tree once. `fileOf` says which file a unit is written to. */
export function collect(rendering: Rendering, fileOf: (unit: Unit) => string | undefined, skipValidationsOf?: IConstruct): Collection {
  const manifests = new ManifestSet();
  const waivers: Waiver[] = [];
  const findings: Finding[] = [];
  const units = new Map<Chart, Unit>(rendering.charts.map((chart) => [chart, unitOf(chart)]));
  for (const construct of rendering.constructs) {
    waivers.push(...waiversOf(construct));
    for (const external of externalsOf(construct)) manifests.addExternal(units.get(external.chart)!, external.id);
    if (construct !== skipValidationsOf) findings.push(...validationFindings(construct));
  }
  for (const [chart, unit] of units) {
    const file = fileOf(unit);
    for (const object of rendering.objectsOf(chart)) {
      const rendered = rendering.render(object);
      if (isManifest(rendered)) manifests.add(unit, rendered, provenanceOf(object, file));
      else findings.push(renderFinding(object, rendered.message));
    }
  }
  return { manifests, waivers, findings };
}

function provenanceOf(construct: IConstruct, file?: string): Provenance {
  return { constructPath: construct.node.path, source: () => sourceOf(construct), file };
}

function validationFindings(construct: IConstruct): Finding[] {
  return construct.node.validate().map((message) => ({
    rule: valid.id, severity: valid.severity, origin: provenanceOf(construct), pointer: '', message,
  }));
}

function renderFinding(object: ApiObject, message: string): Finding {
  return {
    rule: renders.id, severity: renders.severity, origin: provenanceOf(object), pointer: '',
    message: `${object.kind}/${object.name} cannot be rendered: ${message}`,
  };
}
