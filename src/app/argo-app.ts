import * as fs from 'node:fs';
import * as path from 'node:path';
import { App } from 'cdk8s';
import { declareFleet } from '../fleet/declared-fleet';
import type { Fleet } from '../fleet/fleet';
import { isWithin } from '../manifests/folder-within';
import { InputError } from '../manifests/input-error';
import { compareOutput } from '../output/comparison';
import { foreignManifests } from '../output/foreign-manifests';
import { type OutputFile, writeOutput, type WriteResult } from '../output/writer';
import { Rendering } from '../render/rendering';
import { SyncPlan } from '../sync-plan/sync-plan';
import type { Profile } from '../validation/profiles/profile';
import type { ValidationResult } from '../validation/result';
import { DEFAULT_TARGETS, type Targets } from '../validation/targets';
import { ValidationError } from '../validation/validation-error';
import { adopt } from './adopt';
import { check, setProfile, setTargets } from './check';
import type { Checked } from './checked';
import { type Collection, collect } from './collect';
import { type LayoutProps, setLayout } from './layout';
import { manifestFiles } from './manifest-files';
import { manifestsOutput, outputFiles } from './output-files';
import { Progress } from './progress';
import { printReport, type ReportFormat } from './report';
import { SynthComparison } from './synth-comparison';
import { type SynthMode, wantedMode } from './synth-mode';
import type { SynthResult } from './synth-result';

/** How an app is synthesized. */
export interface ArgoAppProps {
  /**
   * The folder that the YAML is written to and committed from. Files in it that this app did not write are never touched.
   * @default 'dist'
   */
  readonly outdir?: string;
  /**
   * Name of the app among those that write into the same folder.
   * @default 'app'
   */
  readonly name?: string;
  /**
   * The versions that the manifests are for.
   * @default - Kubernetes 1.36, Argo Rollouts 1.9, Argo CD 3.5, Istio 1.30
   */
  readonly targets?: Partial<Targets>;
  /**
   * Which rules run over the manifests, and how bad it is what they find.
   * @default Profile.recommended()
   */
  readonly profile?: Profile;
  /**
   * Every cluster that Argo CD delivers to. Destinations, selectors and paths are then held against it.
   * @default - nobody has said, and any cluster may exist
   */
  readonly fleet?: Fleet;
  /**
   * The folders and files that the YAML goes to.
   * @default - a folder for each chart, by environment and cluster, with one file in it
   */
  readonly layout?: LayoutProps;
  /**
   * How the outcome of a synth is printed to standard error.
   * @default 'text'
   */
  readonly report?: ReportFormat;
  /**
   * Whether a synth writes, or only says whether the output folder is what the program makes. `check` writes nothing, prints the lines
   * that differ and lets the program end with 1.
   * @default - `check` when the program was started with the argument `--check` or with `CDK8S_ARGO_CHECK=1`, else `write`; what is
   * neither true (1) nor false (0) is an error
   */
  readonly mode?: SynthMode;
}

/**
 * A cdk8s app that validates everything before it writes anything: a synth that finds an error throws the report and leaves
 * the output folder as it was. A synth without errors writes only the files that changed, and removes those that an earlier
 * synth wrote and this one does not.
 */
export class ArgoApp extends App {
  /** Name of the app among those that write into the same folder. */
  public readonly name: string;
  private readonly report: ReportFormat;
  private readonly mode: SynthMode;

  public constructor(props: ArgoAppProps = {}) {
    super({ outdir: props.outdir ?? 'dist' });
    this.name = props.name ?? 'app';
    this.report = props.report ?? 'text';
    this.mode = props.mode ?? wantedMode();
    setTargets(this, { ...DEFAULT_TARGETS, ...props.targets });
    if (props.profile) setProfile(this, props.profile);
    if (props.fleet) declareFleet(this, props.fleet);
    if (props.layout) setLayout(this, props.layout);
    adopt(this);
  }

  /**
   * Validates, then writes the YAML, or compares it in the mode `check`. Throws a `ValidationError` when there are errors; if the program
   * does not catch it, the report is printed and the program ends with 1.
   */
  public override synth(): SynthResult {
    const progress = new Progress(this.report === 'text' ? process.stderr : { write: () => undefined });
    try {
      return this.synthesized(progress);
    } finally {
      progress.done();
    }
  }

  private synthesized(progress: Progress): SynthResult {
    const started = performance.now();
    this.refuseCliFolder();
    const checked = this.checked(progress);
    const { collection, validation } = checked;
    this.refuseNothing(collection.manifests.units.length);
    progress.now(this.mode === 'write' ? 'writing' : 'comparing');
    const files = outputFiles(this, checked);
    const request = { outdir: this.outdir, app: this.name, files };
    const outcome: WriteResult & Pick<SynthResult, 'comparison'> = this.mode === 'write' ? writeOutput(request, progress.told) : this.compared(files);
    this.mirrorForCli(files);
    const result: SynthResult = {
      outdir: this.outdir,
      units: collection.manifests.units.length,
      objects: collection.manifests.entries.length,
      ...outcome,
      foreign: outcome.comparison?.foreign ?? foreignManifests(request),
      validation,
      milliseconds: performance.now() - started,
    };
    progress.done();
    printReport(this.report, result);
    return result;
  }

  /** The YAML of all units as one text. Throws a `ValidationError` when there are errors. */
  public override synthYaml(): string {
    return manifestsOutput(this, this.checked()).map((file) => file.content).join('---\n');
  }

  /** How the output folder differs from what the program makes, without writing. Throws a `ValidationError` when there are errors. */
  public compare(): SynthComparison {
    return this.comparisonOf(outputFiles(this, this.checked()));
  }

  /** What validation finds, without writing or throwing. */
  public check(): ValidationResult {
    return Rendering.during(this, (rendering) => check(this, this.collected(rendering)));
  }

  /** What Argo CD will do with the manifests, as text and as data, without validating or writing them. */
  public syncPlan(): SyncPlan {
    return Rendering.during(this, (rendering) => {
      const { manifests, unwritten } = this.collected(rendering);
      return SyncPlan._of(manifests, { unwritten });
    });
  }

  private checked(progress?: Progress): Checked {
    return Rendering.during(this, (rendering) => {
      const collection = this.collected(rendering, progress);
      progress?.now(`validating ${collection.manifests.entries.length} objects`);
      const validation = check(this, collection, { onProgress: progress?.now });
      if (validation.counts.error > 0) throw new ValidationError(validation, this.report === 'json' ? 'json' : 'text');
      return { collection, validation };
    });
  }

  private comparisonOf(files: readonly OutputFile[]): SynthComparison {
    const request = { outdir: this.outdir, app: this.name, files };
    return new SynthComparison(this.outdir, compareOutput(request), foreignManifests(request));
  }

  private compared(files: readonly OutputFile[]): WriteResult & { readonly comparison: SynthComparison } {
    const comparison = this.comparisonOf(files);
    if (!comparison.upToDate) process.exitCode = 1;
    const different = new Set(comparison.differences.map((difference) => difference.path));
    const unchanged = files.map((file) => file.path).filter((file) => !different.has(file)).sort();
    return { written: [], unchanged, removed: [], comparison };
  }

  private collected(rendering: Rendering, progress?: Progress): Collection {
    const onChart = (done: number, of: number): void => progress?.now('rendering chart', done, of);
    return collect(rendering, { filesOf: (unit) => manifestFiles(this, unit), asking: this, onChart });
  }

  // An app without charts is a loop that found nothing, not a wish to delete everything.
  private refuseNothing(units: number): void {
    if (units === 0 && fs.existsSync(path.join(this.outdir, '.cdk8s-argo', this.name))) {
      throw new InputError(`the app has no objects, and ${this.outdir} holds what it wrote before, which would all be removed. ` +
        'add a chart, or delete the files yourself');
    }
  }

  // `cdk8s synth` deletes its output folder before it starts this program.
  private refuseCliFolder(): void {
    const folder = process.env.CDK8S_OUTDIR;
    if (!folder || !isOneInTheOther(realPath(this.outdir), realPath(folder))) return;
    throw new InputError(`cdk8s synth has just deleted ${folder}, the folder that this app writes to: it does so before every synth, so a failed one ` +
      'would lose the YAML. write "output: .cdk8s" into cdk8s.yaml, add .cdk8s to .gitignore, and get the deleted files back from Git');
  }

  // What `cdk8s synth` lists, validates and, with --stdout, prints.
  private mirrorForCli(files: readonly OutputFile[]): void {
    const folder = process.env.CDK8S_OUTDIR;
    if (!folder) return;
    fs.mkdirSync(folder, { recursive: true });
    for (const file of files) {
      const target = path.join(folder, file.path);
      fs.mkdirSync(path.dirname(target), { recursive: true });
      fs.writeFileSync(target, file.content);
    }
  }
}

function isOneInTheOther(one: string, other: string): boolean {
  return isWithin(one, other) || isWithin(other, one);
}

function realPath(folder: string): string {
  return fs.existsSync(folder) ? fs.realpathSync(folder) : path.resolve(folder);
}
