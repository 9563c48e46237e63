import type { Duration } from 'cdk8s';
import type { AppProjectSpecSyncWindow } from '../../../imports/types/argo-cd/app-project';
import { isProblem, parseCron } from '../../languages/cron';
import { timeZoneProblem } from '../../languages/time-zone';
import { durationText, type SecondsMinutesOrHours } from '../../manifests/duration';
import { InputError } from '../../manifests/input-error';
import { checkedGlob } from './pattern';

/** What has a name: an Application. Texts are globs. */
export type NamedOrGlob = string | { readonly name: string };

/** A cluster of the fleet, or a glob of names or of URLs. */
export type ClusterOrGlob = string | { readonly name: string; readonly server?: string };

/** The Applications of the project that a window is about: `applications: ['*']` is all of them. */
export interface SyncWindowSelectors {
  /**
   * Applications, or globs of their names: `['*']` for every Application of the project.
   * @default - not looked at
   */
  readonly applications?: readonly [NamedOrGlob, ...NamedOrGlob[]];
  /**
   * Globs of the namespaces that they are applied to.
   * @default - not looked at
   */
  readonly namespaces?: readonly [string, ...string[]];
  /**
   * Clusters of the fleet, or globs of names or of URLs. Argo CD compares what the Application itself says: a text with a name does not
   * fit an Application that names the server. Of a cluster of the fleet both are written.
   * @default - not looked at
   */
  readonly clusters?: readonly [ClusterOrGlob, ...ClusterOrGlob[]];
}

/** When a window opens, and what it is for. */
export interface SyncWindowOptions extends SyncWindowSelectors {
  /** Minute, hour, day of the month, month, day of the week: `0 22 * * mon-fri` opens at 22:00 on weekdays. */
  readonly schedule: string;
  /** How long it stays open: `8h`. A day is `24h`. */
  readonly duration: Duration | SecondsMinutesOrHours;
  /**
   * Time zone of the schedule: `Europe/Berlin`. Argo CD takes the offset that the zone has at the moment that it looks.
   * @default - UTC
   */
  readonly timeZone?: string;
  /**
   * Whether people may sync by hand while the window forbids it. If several windows forbid a sync, all of them have to say so.
   * @default false
   */
  readonly manualSync?: boolean;
  /**
   * Whether an Application has to fit all selectors that are given, instead of one of them.
   * @default false
   */
  readonly andOperator?: boolean;
  /**
   * Whether a sync that began when it was allowed may go on.
   * @default false
   */
  readonly syncOverrun?: boolean;
  /**
   * What it is for, in up to 255 characters.
   * @default - nothing is said
   */
  readonly description?: string;
}

/** A window has at least one selector: `applications: ['*']` is every Application of the project. */
export type SyncWindowProps = SyncWindowOptions & (
  | Required<Pick<SyncWindowSelectors, 'namespaces'>>
  | Required<Pick<SyncWindowSelectors, 'clusters'>>
  // The last one is what the compiler asks for where there is none.
  | Required<Pick<SyncWindowSelectors, 'applications'>>
);

/**
 * A time in which Applications of a project may sync, or may not. A deny window beats an allow window, and an Application that has an
 * allow window syncs in no other time. A window says which Applications it is for: `applications: ['*']` for all of the project.
 *
 * @see pkg/apis/application/v1alpha1/types.go in argoproj/argo-cd
 */
export class SyncWindow {
  /** The Applications sync while the window is open, and at no other time. */
  public static allow(props: SyncWindowProps): SyncWindow {
    return new SyncWindow('allow', props);
  }

  /** The Applications do not sync while the window is open. */
  public static deny(props: SyncWindowProps): SyncWindow {
    return new SyncWindow('deny', props);
  }

  private readonly wire: AppProjectSpecSyncWindow;

  private constructor(kind: 'allow' | 'deny', props: SyncWindowProps) {
    const { schedule, duration, timeZone, applications, namespaces, clusters, manualSync, andOperator, syncOverrun, description } = props;
    checkSchedule(schedule);
    if (timeZone !== undefined) checkTimeZone(timeZone);
    if ((description ?? '').length > 255) {
      throw new InputError(`the description of the sync window has ${description?.length} characters, and Argo CD takes 255. shorten it`);
    }
    this.wire = {
      kind,
      schedule,
      duration: durationText(duration, 'duration of the sync window'),
      timeZone,
      applications: globsOf(applications, 'an application'),
      namespaces: globsOf(namespaces, 'a namespace'),
      clusters: globsOf(clusters?.flatMap(namesOf), 'a cluster'),
      manualSync: manualSync || undefined,
      andOperator: andOperator || undefined,
      syncOverrun: syncOverrun || undefined,
      description,
    };
  }

  /** @internal */
  public _toKube(): AppProjectSpecSyncWindow {
    return this.wire;
  }
}

function checkSchedule(schedule: string): void {
  const found = parseCron(schedule);
  if (!isProblem(found)) {
    // A second zone would shift the times of the first one.
    if (found.timeZone === undefined) return;
    throw new InputError(`the schedule of the sync window names the zone ${found.timeZone}. say timeZone: ${JSON.stringify(found.timeZone)} instead`);
  }
  const cure = found.meant ? `write ${JSON.stringify(found.meant)}` : 'write minute, hour, day of the month, month and day of the week, such as "0 22 * * mon-fri"';
  throw new InputError(`the schedule of the sync window is ${JSON.stringify(schedule)}, which has ${found.problem}. ${cure}`);
}

function checkTimeZone(timeZone: string): void {
  const problem = timeZoneProblem(timeZone);
  if (!problem) return;
  throw new InputError(`the time zone of the sync window is ${JSON.stringify(timeZone)}, which is ${problem.what}, and Argo CD would take UTC without a word. ` +
    `write ${problem.meant ?? 'a name such as Europe/Berlin'}`);
}

/** Argo CD compares a destination by name with names alone, and one by server with servers. @see SyncWindows.Matches in argoproj/argo-cd */
function namesOf(cluster: ClusterOrGlob): string[] {
  if (typeof cluster === 'string') return [cluster];
  return [cluster.name, ...(cluster.server === undefined ? [] : [cluster.server])].map((text) => text.replace(/[\\*?[\]{}]/g, '\\$&'));
}

function globsOf(selected: readonly NamedOrGlob[] | undefined, what: string): string[] | undefined {
  return selected?.map((one) => checkedGlob(typeof one === 'string' ? one : one.name, `${what} of the sync window`));
}
