import type { Rule } from '../../../../src/validation/rule';
import { cronSchedule } from '../../../../src/validation/rules/pods/cron-schedule';
import { restartPolicy } from '../../../../src/validation/rules/pods/restart-policy';
import { volumeMounts } from '../../../../src/validation/rules/pods/volume-mounts';
import { findingsOf } from '../findings-of';

/** Where and what a rule reports. */
function found(rule: Rule, yaml: string): string[] {
  return findingsOf(rule, yaml).map(({ pointer, message, fix }) => `${pointer}: ${message}. ${fix}`);
}

function cronJob(spec: string): string {
  return `{apiVersion: batch/v1, kind: CronJob, metadata: {name: report}, spec: {${spec}}}`;
}

function workload(kind: string, spec: string, more = ''): string {
  const group = kind === 'Job' ? 'batch' : 'apps';
  return `{apiVersion: ${group}/v1, kind: ${kind}, metadata: {name: web}, spec: {template: {spec: {${spec}}}${more}}}`;
}

describe('schedules', () => {
  test.each([
    '"0 3 * * *"', '"*/5 0-6 1,15 jan mon-fri"', '"@daily"', '"@every 90m"', '"0 0 ? * *"', '"{{ .schedule }}"', '{a: 1}',
    '"0 3 * * *", timeZone: Etc/UTC', '"0 3 * * *", timeZone: US/Eastern',
  ])('%s is read by Kubernetes', (schedule) => {
    expect(found(cronSchedule, cronJob(`schedule: ${schedule}`))).toEqual([]);
  });

  test.each([
    ['"61 * * * *"', '/spec/schedule: this CronJob has a schedule with the minute "61", outside of 0 to 59. write five fields, such as 30 3 * * 1-5'],
    ['"0 0 3 * * *"', '/spec/schedule: this CronJob has a schedule with 6 fields instead of 5. write 0 3 * * *'],
    ['"0 3 * * 7"', expect.stringContaining('(Sunday is 0)')],
    ['"@nightly"', expect.stringContaining('a word that Kubernetes does not know')],
    ['"@every day"', expect.stringContaining('a word that Kubernetes does not know')],
    ['"TZ=Europe/Berlin 0 3 * * *"', expect.stringContaining('write schedule: "0 3 * * *" and timeZone: Europe/Berlin')],
    ['"0 3 * * *", timeZone: europe/berlin', '/spec/timeZone: this CronJob has a time zone that is no time zone in these letters. write Europe/Berlin'],
    ['"0 3 * * *", timeZone: Local', expect.stringContaining('/spec/timeZone')],
    ['"0 3 * * *", timeZone: ""', expect.stringContaining('/spec/timeZone')],
  ])('%s is not', (schedule, line) => {
    expect(found(cronSchedule, cronJob(`schedule: ${schedule}`))).toEqual([line]);
  });
});

describe('restart policies', () => {
  test.each([
    ['Job', 'restartPolicy: Never', []],
    ['Job', 'restartPolicy: OnFailure, activeDeadlineSeconds: 5', []],
    ['Job', 'restartPolicy: "{{ .policy }}"', []],
    ['Job', 'containers: []', ['/spec/template/spec: pods of a Job restart never, or on failure. '
      + 'write OnFailure to start the container again, or Never for a new pod']],
    ['Job', 'restartPolicy: onFailure', ['/spec/template/spec/restartPolicy: pods of a Job restart never, or on failure. write OnFailure']],
    ['Deployment', 'containers: []', []],
    ['Deployment', 'restartPolicy: Always', []],
    ['StatefulSet', 'restartPolicy: Never', ['/spec/template/spec/restartPolicy: pods of a StatefulSet restart always. remove restartPolicy, or run the pod as a Job']],
    ['DaemonSet', 'activeDeadlineSeconds: 5', [expect.stringContaining('activeDeadlineSeconds would end pods of a DaemonSet')]],
  ])('%s with %s', (kind, spec, lines) => {
    expect(found(restartPolicy, workload(kind, spec))).toEqual(lines);
  });
});

describe('mounts', () => {
  const mounts = (names: string): string => `containers: [{name: web, volumeMounts: [${names}]}]`;

  test('of a volume that is not there, in each kind with pods', () => {
    const spec = mounts('{name: data, mountPath: /data}');
    for (const kind of ['Deployment', 'DaemonSet', 'StatefulSet', 'Job']) expect(found(volumeMounts, workload(kind, spec))).toHaveLength(1);
    expect(found(volumeMounts, cronJob(`jobTemplate: {spec: {template: {spec: {${spec}}}}}`))).toEqual([
      '/spec/jobTemplate/spec/template/spec/containers/0/volumeMounts/0/name: the pod has no volume data. '
        + 'add data to spec.jobTemplate.spec.template.spec.volumes, or mount another',
    ]);
  });

  test('of claims and volumes are right, and a near name is said', () => {
    const claims = ', volumeClaimTemplates: [{metadata: {name: data}}]';
    expect(found(volumeMounts, workload('StatefulSet', mounts('{name: data, mountPath: /data}'), claims))).toEqual([]);
    expect(found(volumeMounts, workload('StatefulSet', mounts('{name: date, mountPath: /data}'), claims))).toEqual([
      expect.stringContaining('did you mean data?'),
    ]);
    expect(found(volumeMounts, workload('Deployment', mounts('{name: data, mountPath: /data}'), claims))).toHaveLength(1);
  });
});
