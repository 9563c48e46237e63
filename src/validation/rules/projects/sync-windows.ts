import { type CronSchedule, isProblem, parseCron } from '../../../languages/cron';
import { longestGap } from '../../../languages/cron-times';
import { goDurationSeconds } from '../../../languages/go-duration';
import type { ManifestEntry } from '../../../manifests/manifest-set';
import { Place } from '../../../manifests/references/place';
import { EXAMPLE_PERMISSIONS, exampleProject } from './example-project';

/** The sync windows of a project. */
export function syncWindowsOf(entry: ManifestEntry): Place[] {
  return Place.root(entry.manifest).at('spec', 'syncWindows').items.filter((window) => Object.keys(window.object).length > 0);
}

/** Whether a window is always open, or never, where both of its times can be read. */
export function openness(window: Place): 'always' | 'never' | 'no time' | undefined {
  const schedule = parseCron(window.at('schedule').text);
  const duration = goDurationSeconds(window.at('duration').text);
  if (isProblem(schedule) || duration === undefined) return undefined;
  return opennessOf(schedule, duration);
}

function opennessOf(schedule: CronSchedule, duration: number): 'always' | 'never' | 'no time' | undefined {
  const gap = longestGap(schedule);
  if (gap === undefined) return 'no time';
  if (duration <= 0) return 'never';
  return duration >= gap ? 'always' : undefined;
}

/** The YAML of a project with a sync window, for the examples of rules. */
export function exampleWindow(window: string): string {
  return exampleProject(`${EXAMPLE_PERMISSIONS}
syncWindows:
${window.trim().split('\n').map((line, i) => `${i === 0 ? '  - ' : '    '}${line}`).join('\n')}`);
}
