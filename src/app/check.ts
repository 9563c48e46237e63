import type { IConstruct } from 'constructs';
import { Rendering } from '../render/rendering';
import { chartOrdersOf } from '../sync/cross-chart-order';
import type * as engine from '../validation/engine';
import type { Finding } from '../validation/finding';
import type { Profile } from '../validation/profiles/profile';
import type { ValidationResult } from '../validation/result';
import { DEFAULT_TARGETS, type Targets } from '../validation/targets';
import { ValidationError } from '../validation/validation-error';
import { type Collection, collect } from './collect';
import type * as rollingSyncRun from './rolling-sync-run';

const targetsOf = new WeakMap<IConstruct, Targets>();

/** Says which versions the manifests of an app are for. */
export function setTargets(root: IConstruct, targets: Targets): void {
  targetsOf.set(root, targets);
}

const profileOf = new WeakMap<IConstruct, Profile>();

/** Says which rules run over an app, and how bad it is what they find. */
export function setProfile(root: IConstruct, profile: Profile): void {
  profileOf.set(root, profile);
}

/** The rules that run over an app, where it says so. */
export function profileFor(root: IConstruct): Profile | undefined {
  return profileOf.get(root);
}

/** What a test wants otherwise than the app says. */
export interface CheckOptions {
  /** @default - the profile of the app */
  readonly profile?: Profile;
  /** @default - the versions of the app */
  readonly targets?: Partial<Targets>;
  /** @default true */
  readonly complete?: boolean;
  /** @default - nobody is told how far it is */
  readonly onProgress?: engine.OnProgress;
}

/** Validates what was collected from an app. */
export function check(root: IConstruct, collection: Collection, wanted: CheckOptions = {}): ValidationResult {
  // The rules are most of the files of this package. A program that only imports it should not wait for them.
  const { validate } = require('../validation/engine') as typeof engine;
  return validate(collection.manifests, {
    targets: { ...targetsOf.get(root) ?? DEFAULT_TARGETS, ...wanted.targets },
    profile: wanted.profile ?? profileFor(root),
    complete: wanted.complete,
    onProgress: wanted.onProgress,
    waivers: collection.waivers,
    extra: [...collection.findings, ...brokenOrders(root, collection)],
  });
}

function brokenOrders(root: IConstruct, { manifests }: Collection): readonly Finding[] {
  const orders = chartOrdersOf(root);
  if (orders.length === 0) return [];
  // What reads ApplicationSets is much, and few programs need it.
  const { ordersBrokenBySteps } = require('./rolling-sync-run') as typeof rollingSyncRun;
  return ordersBrokenBySteps(manifests, orders);
}

const results = new WeakMap<Rendering, ValidationResult>();

/**
 * The validation of a whole app, once per rendering: a plain `cdk8s.App` validates again for every chart that it writes.
 */
export function checkOnce(root: IConstruct): ValidationResult {
  const rendering = Rendering.current(root);
  let result = results.get(rendering);
  if (!result) {
    // The root's own validations run where this was asked for; ours among them would come back here.
    result = rendering.hold(() => check(root, collect(rendering, { filesOf: () => undefined, asking: root })));
    results.set(rendering, result);
  }
  return result;
}

/** What `checkOnce` said of the rendering that is still under way, if anything. */
export function lastCheck(root: IConstruct): ValidationResult | undefined {
  const rendering = Rendering.known(root);
  return rendering && results.get(rendering);
}

/** Throws the report if the app has errors. */
export function assertValid(root: IConstruct): void {
  const result = checkOnce(root);
  if (result.counts.error > 0) throw new ValidationError(result);
}
