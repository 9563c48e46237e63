import * as fs from 'node:fs';
import type { App, Chart } from 'cdk8s';
import { InputError } from '../manifests/input-error';
import type { Manifest } from '../manifests/manifest';
import type { SyncPlan } from '../sync-plan/sync-plan';
import type { Severity } from '../validation/finding';
import { textReport } from '../validation/report/text';
import type { ValidationResult } from '../validation/result';
import type { RuleId } from '../validation/rule-id';
import { ValidationError } from '../validation/validation-error';
import { missed } from './closest';
import { constructsSource } from './constructs-source';
import { differences } from './differences';
import { FailedExpectation } from './failed-expectation';
import { FindingQuery, type WantedFinding } from './finding-query';
import { missedFinding } from './findings-text';
import { type JudgingOptions, profileNamed, refuseIdle, type ValidityOptions } from './judging';
import type { LabelledManifest, ManifestSource } from './manifest-source';
import type { WantedObject } from './matcher';
import { listed } from './mismatch';
import { inventory, ResourceFilter } from './resource-filter';
import type { Resource, ManifestKind, ResourceQuery, WantedResource } from './wanted';
import { yamlSource, type YamlManifestsProps } from './yaml-source';

const WORSE: Readonly<Record<Severity, readonly Severity[]>> = { error: ['error'], warning: ['error', 'warning'], info: ['error', 'warning', 'info'] };

/**
 * The manifests of an app, a chart or a text, with assertions that say what came closest when they fail.
 *
 * Objects of an app or a chart are given only while validation finds no error: what a synth would refuse is not worth a test. Until
 * then everything that looks at objects throws the report; `validate`, `hasFinding`, `hasNoFinding` and `isValid` do not look at them.
 *
 * @example
 *   const manifests = Manifests.fromChart(chart);
 *   manifests.resourceCountIs('Service', 2);
 *   manifests.hasResource('Rollout', { spec: { strategy: { canary: { canaryService: 'web-canary' } } } });
 */
export class Manifests {
  /** What an app makes, as it is now. A construct that is added later is not among it. */
  public static fromApp(app: App): Manifests {
    return new Manifests(constructsSource(app));
  }

  /** What a chart and the charts in it make, as they are now. Findings are those of its objects, in the whole app. */
  public static fromChart(chart: Chart): Manifests {
    return new Manifests(constructsSource(chart));
  }

  /** A text with any number of YAML documents, whoever wrote it, read as Argo CD reads it. Throws InputError for what is no manifest. */
  public static fromYaml(text: string, props: YamlManifestsProps = {}): Manifests {
    return new Manifests(yamlSource(text, props));
  }

  /** The same of a file. */
  public static fromYamlFile(file: string, props: YamlManifestsProps = {}): Manifests {
    return new Manifests(yamlSource(fs.readFileSync(file, 'utf8'), props, file));
  }

  private constructor(private readonly source: ManifestSource) {}

  /** Every manifest, in the order of the constructs or documents. */
  public get all(): readonly Manifest[] {
    return this.objects.map((object) => object.manifest);
  }

  /** The objects that are like `wanted`, by default all of them. */
  public findAll<Kind extends ManifestKind>(resource: ResourceQuery<Kind>, wanted?: WantedResource<Kind>): ReadonlyArray<Resource<Kind>> {
    return this.matching(resource, wanted).map((object) => object.manifest as Resource<Kind>);
  }

  /** The one object of a kind and name. Throws when there is none or more than one. */
  public find<Kind extends ManifestKind>(resource: ResourceQuery<Kind>, name: string): Resource<Kind> {
    return this.sole<Kind>(typeof resource === 'string' ? { kind: resource, name } : { ...resource, name });
  }

  /** The one object of a kind, or of several the one that is like `wanted`. Throws when there is none or more than one. */
  public only<Kind extends ManifestKind>(resource: ResourceQuery<Kind>, wanted?: WantedResource<Kind>): Resource<Kind> {
    if (wanted !== undefined) this.hasResource(resource, wanted);
    return this.sole(resource, wanted);
  }

  /**
   * Asserts that an object is like `wanted`: fields that are not named may be there, lists have to have the same length, and a field
   * that is `undefined` must be absent. `Match` says other things of a value.
   */
  public hasResource<Kind extends ManifestKind>(resource: ResourceQuery<Kind>, wanted?: WantedResource<Kind>): void {
    const filter = new ResourceFilter(resource);
    const candidates = this.meant(filter);
    if (candidates.length === 0) throw new FailedExpectation(`there is no ${filter.text}. ${inventory(filter, this.objects)}`);
    const message = missed(filter, candidates, fieldsOf(wanted));
    if (message !== undefined) throw new FailedExpectation(message);
  }

  /** Asserts that no object is like `wanted`, by default that there is none at all. */
  public hasNoResource<Kind extends ManifestKind>(resource: ResourceQuery<Kind>, wanted?: WantedResource<Kind>): void {
    const found = this.matching(resource, wanted);
    const filter = new ResourceFilter(resource);
    if (found.length === 0) {
      filter.refuseMisspeltKind(this.objects);
      return;
    }
    const like = wanted === undefined ? '' : ' like this';
    throw new FailedExpectation(`no ${filter.text}${like} was wanted. there ${are(found)}`);
  }

  /** Asserts how many objects there are. */
  public resourceCountIs(resource: ResourceQuery, count: number): void {
    const filter = new ResourceFilter(resource);
    const found = this.meant(filter);
    if (found.length !== count) throw new FailedExpectation(`${found.length} ${filter.text} found, ${count} wanted. ${inventory(filter, this.objects)}`);
  }

  /** What validation finds: as a synth would report it, or in another profile, for other versions or among other objects. */
  public validate(options?: JudgingOptions): ValidationResult {
    return this.source.validate(options);
  }

  /**
   * Asserts that nothing as bad as this is found, by default that a synth would write the objects: `'warning'`, or
   * `{ severity: 'info', profile: 'strict' }`. Throws the report.
   */
  public isValid(wanted: Severity | ValidityOptions = 'error'): void {
    const { severity = 'error', ...options } = typeof wanted === 'string' ? { severity: wanted } : wanted;
    if (!Object.hasOwn(WORSE, severity)) throw new InputError(`${JSON.stringify(severity)} is no severity. write error, warning or info`);
    const result = this.validate(options);
    if (WORSE[severity].some((one) => result.counts[one] > 0)) throw new FailedExpectation(textReport(result).trimEnd());
  }

  /** Asserts that validation finds something: the id of a rule, or more about the finding. */
  public hasFinding(wanted: RuleId | WantedFinding, options?: JudgingOptions): void {
    const query = this.queryOf(wanted, options);
    const result = this.validate(options);
    if (result.findings.some((finding) => query.fits(finding))) return;
    throw new FailedExpectation(missedFinding(query, result));
  }

  /** Asserts that validation does not find this. */
  public hasNoFinding(unwanted: RuleId | WantedFinding, options?: JudgingOptions): void {
    const query = this.queryOf(unwanted, options);
    const result = this.validate(options);
    const findings = result.findings.filter((finding) => query.fits(finding));
    if (findings.length === 0) return;
    const report = textReport({ ...result, findings, waived: [], skipped: [] }).trimEnd().split('\n\n').slice(0, -1).join('\n\n');
    throw new FailedExpectation(`no ${query.text} was wanted, and there is:\n\n${report}`);
  }

  /** What Argo CD will do with the objects. */
  public syncPlan(): SyncPlan {
    void this.objects;
    return this.source.syncPlan();
  }

  private queryOf(wanted: RuleId | WantedFinding, { profile = this.source.profile }: JudgingOptions = {}): FindingQuery {
    const query = FindingQuery.of(wanted);
    refuseIdle(query.rule, profileNamed(profile));
    return query;
  }

  private get objects(): readonly LabelledManifest[] {
    if (this.source.synthesized && this.validate().counts.error > 0) throw new ValidationError(this.validate());
    return this.source.manifests;
  }

  private meant(filter: ResourceFilter): readonly LabelledManifest[] {
    return this.objects.filter((object) => filter.fits(object));
  }

  private matching(resource: ResourceQuery, wanted: object | undefined): readonly LabelledManifest[] {
    return this.meant(new ResourceFilter(resource)).filter(({ manifest }) => differences(fieldsOf(wanted), manifest).length === 0);
  }

  private sole<Kind extends ManifestKind>(resource: ResourceQuery<Kind>, wanted?: WantedResource<Kind>): Resource<Kind> {
    const filter = new ResourceFilter(resource);
    const found = this.matching(resource, wanted);
    if (found.length > 1) throw new FailedExpectation(`${found.length} objects are ${filter.text}: ${listed(found.map(({ label }) => label))}. ${filter.advice()}`);
    if (!found[0]) throw new FailedExpectation(`there is no ${filter.text}. ${inventory(filter, this.objects)}`);
    return found[0].manifest as Resource<Kind>;
  }
}

// What the types of a kind allow is JSON with matchers in it, which the compiler cannot see of fifty kinds at once.
function fieldsOf(wanted: object | undefined): WantedObject {
  return (wanted ?? {}) as WantedObject;
}

function are(found: readonly LabelledManifest[]): string {
  return `${found.length === 1 ? 'is' : 'are'}: ${listed(found.map(({ label }) => label))}`;
}
