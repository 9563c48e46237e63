import { describe } from '../manifests/manifest';
import type { ManifestEntry } from '../manifests/manifest-set';
import type { Pointer } from '../manifests/pointer';
import { validate } from '../validation/engine';
import { type Finding, provenanceOf } from '../validation/finding';
import { compareText } from '../validation/order';
import type { Profile } from '../validation/profiles';
import { leveled } from '../validation/profiles/leveled';
import { countBySeverity, type SkippedCheck } from '../validation/result';
import { ALL_RULES } from '../validation/rules';
import { unique } from '../validation/rules/manifests/unique';
import { stale } from '../validation/rules/waivers/stale';
import type { Targets } from '../validation/targets';
import { applyWaivers, type Waiver, type WaivedFinding } from '../validation/waivers';
import { acknowledgementsIn } from './acknowledgement';
import { asWritten } from './as-written';
import { defectsIn, defectText } from './defects';
import type { InputProblem } from './input-problem';
import { positionOf } from './inside-text';
import { isAboutWritten, kustomizedObjects } from './kustomize/kustomized';
import type { FileReader } from './kustomize/patches';
import { type DocumentContent, isEncrypted, type LintedObject, objectsIn } from './linted-object';
import { missingFiles } from './missing-files';
import { missingFolders } from './missing-folders';
import { patchesOf } from './patches';
import { placeOf } from './placed-origin';
import { type Position, Positions } from './positions';
import { readDocument } from './read-document';
import { settingInPatch } from './setting-in-patch';
import { settingsInValues } from './settings-in-values';
import { documentsOf, placeIn, type SourceDocument, type SourceFile } from './source-document';
import { type Surroundings, SurroundingsInUse } from './surroundings';
import { withAlternatives, withRivals } from './uncertain';
import { type Workspace, workspacesOf } from './workspace';

/** How files are judged. */
export interface LintOptions {
  /** The working directory, to which paths are relative. */
  readonly cwd: string;
  readonly targets: Targets;
  readonly profile: Profile;
  /** Whether the files are all there is: then a reference that leads nowhere is an error. */
  readonly complete: boolean;
  readonly waivers: readonly Waiver[];
  /**
   * Objects that others make, clusters, folders apart.
   *
   * @default - nothing is known
   */
  readonly surroundings?: Surroundings;
  /**
   * The day on which dates of waivers are judged, `YYYY-MM-DD`.
   *
   * @default - today in UTC
   */
  readonly today?: string;
}

/** A finding and where it is read. */
export interface PlacedFinding extends Partial<Position> {
  readonly finding: Finding;
  /** `''` for what is about no file. */
  readonly file: string;
  readonly object?: LintedObject;
}

/** What was found in some files. */
export interface LintResult {
  /** By file and place. */
  readonly findings: readonly PlacedFinding[];
  readonly waived: readonly WaivedFinding[];
  /** The waived ones and where they are read. */
  readonly suppressed: readonly PlacedFinding[];
  readonly problems: readonly InputProblem[];
  /** Kinds whose schema is not known. */
  readonly unknownKinds: readonly SkippedCheck[];
  /** Documents that are something else than Kubernetes objects. */
  readonly others: number;
  /** Objects that SOPS has encrypted, which no rule looks into. */
  readonly encrypted: number;
  /** What kustomizations take from where nobody has looked: addresses, charts, paths. */
  readonly unread: readonly string[];
  readonly objects: number;
  readonly files: number;
  readonly counts: ReturnType<typeof countBySeverity>;
}

/** Checks the objects of some files together, by the rules of a synth. */
export function lintFiles(files: readonly SourceFile[], options: LintOptions): LintResult {
  const contents = files.flatMap((file) => documentsOf(file).map(contentOf));
  const read = contents.flatMap((content) => content.objects);
  const patches = patchesOf(read);
  const isPatch = ({ document }: LintedObject): boolean => patches.has(document.file.absolute ?? '');
  const reader = readerOf(files);
  const objects = kustomizedObjects(read.filter((object) => !isPatch(object)), reader);
  const patched = read.filter(isPatch).flatMap(settingInPatch);
  const judged = [...objects, ...contents.flatMap((content) => content.settings), ...patched];
  const problems = contents.flatMap((content) => content.problems);
  const around = options.surroundings && new SurroundingsInUse(options.surroundings);
  const workspaces = (around?.apart(judged) ?? [judged]).flatMap((group) => workspacesOf(group, options.cwd, reader));

  const found: Finding[] = [];
  const waivers = [...options.waivers];
  const sources = new Map<ManifestEntry, LintedObject>();
  const unknownKinds = new Map<string, SkippedCheck>();
  for (const workspace of workspaces) {
    const { targets, profile, complete } = options;
    try {
      around?.declare(workspace);
      const { findings, skipped } = validate(workspace.set, { targets, profile, complete });
      const alternatives = workspace.alternatives().map((alternative) => {
        around?.declare(alternative);
        return { alternative, findings: validate(alternative.set, { targets, profile, complete, about: alternative.about }).findings };
      });
      for (const finding of withRivals(withAlternatives(findings, workspace, alternatives))) {
        const object = finding.entry && workspace.sources.get(finding.entry);
        if (!object || isAboutWritten(finding, object)) found.push(finding);
      }
      for (const one of skipped) {
        const key = `${one.apiVersion}\n${one.kind}\n${one.reason}`;
        unknownKinds.set(key, { ...one, count: one.count + (unknownKinds.get(key)?.count ?? 0) });
      }
    } catch (error) {
      problems.push({ file: fileOf(workspace), message: defectText('a check of this file, together with those beside it,', error) });
    }
    const missing = [...missingFolders(workspace.sources, workspace.deliveries), ...missingFiles(workspace.sources, options.complete)];
    found.push(...twinFindings(workspace), ...leveled(missing, options.profile, { rules: ALL_RULES, complete: options.complete }));
    for (const [entry, object] of workspace.sources) {
      sources.set(entry, object);
      const placeOfField = (at: Pointer): Position => new Positions(object.document).of(object.base + at);
      const acknowledged = acknowledgementsIn(entry, placeOfField);
      waivers.push(...acknowledged.waivers);
      for (const { pointer, message } of acknowledged.problems) {
        problems.push({ file: object.document.file.path, ...placeOfField(pointer), message });
      }
    }
  }
  const { findings, waived } = applyWaivers(found, waivers, {
    today: options.today,
    ruleIds: ALL_RULES.map(({ id }) => id),
    offRules: ALL_RULES.filter((rule) => options.profile._levelOf(rule) === 'off').map(({ id }) => id),
  });
  // Who lints some of the files may have left out those without which there is nothing to acknowledge.
  const lasting = options.complete ? [...findings, ...around?.unused() ?? []] : findings.filter(({ rule }) => rule !== stale.id);
  const all = placed(lasting, sources);
  const sound = all.filter(({ finding }) => finding.isDefect !== true);
  return {
    findings: sound,
    waived,
    suppressed: placed(waived.map(({ finding }) => finding), sources),
    problems: [...problems, ...defectsIn(all)],
    unknownKinds: [...unknownKinds.values()],
    others: contents.filter(({ isOther }) => isOther).length + read.length - objects.length - patched.length,
    encrypted: objects.filter(isEncrypted).length,
    unread: [...new Set(workspaces.flatMap(({ unread }) => unread.flatMap(({ text }) => text ?? [])))],
    objects: objects.length,
    files: files.length,
    counts: countBySeverity(sound.map(({ finding }) => finding)),
  };
}

/** What is read of files that kustomizations name. */
function readerOf(files: readonly SourceFile[]): FileReader {
  const byPath = new Map(files.map((file) => [file.absolute, file]));
  const known = new Map<string, readonly unknown[]>();
  return (absolute) => {
    const file = byPath.get(absolute);
    const values = known.get(absolute) ?? (file ? documentsOf(file).map((document) => readDocument(document).value) : []);
    known.set(absolute, values);
    return values;
  };
}

/** What a document holds, and the ConfigMaps of Argo CD that come of it when it holds values. */
interface ReadContent extends DocumentContent {
  readonly settings: readonly LintedObject[];
}

/** One document that cannot be looked at leaves the others. */
function contentOf(document: SourceDocument): ReadContent {
  try {
    const content = objectsIn(document);
    const settings = content.isOther ? settingsInValues(content.value, document) : [];
    return { ...content, settings, isOther: content.isOther && settings.length === 0 };
  } catch (error) {
    const problem = { file: document.file.path, ...placeIn(document, 0, 0), message: defectText('reading this', error) };
    return { objects: [], problems: [problem], settings: [], isOther: false };
  }
}

/** The first file of a workspace, as shown. */
function fileOf({ sources }: Workspace): string {
  for (const { document } of sources.values()) return document.file.path;
  return '';
}

/** Two files of a folder with one object: nobody says that both are applied, so it need not be wrong. */
function twinFindings({ twins }: Workspace): Finding[] {
  return twins.map(({ first, second }) => ({
    rule: unique.id,
    severity: 'warning' as const,
    entry: second,
    pointer: '/metadata/name',
    message: `${describe(second.id)} is in ${provenanceOf({ entry: first } as Finding).file} too: applied together, one replaces the other`,
    fix: 'rename one of the two, or keep what belongs to different places in different folders',
  }));
}

function placed(findings: readonly Finding[], sources: ReadonlyMap<ManifestEntry, LintedObject>): readonly PlacedFinding[] {
  const known = new Map<SourceDocument, Positions>();
  return findings.map((finding): PlacedFinding => {
    const object = finding.entry && sources.get(finding.entry);
    if (!object) return { finding, file: provenanceOf(finding).file ?? '', ...placeOf(provenanceOf(finding)) };
    const { document } = object;
    let positions = known.get(document);
    if (!positions) known.set(document, positions = new Positions(document));
    const said = asWritten(finding, positions, object.base, document);
    return { finding: said, file: document.template ?? document.file.path, ...positionOf(finding, object, positions), object };
  }).sort((a, b) => compareText(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0)
    || compareText(a.finding.rule, b.finding.rule) || compareText(a.finding.message, b.finding.message));
}
