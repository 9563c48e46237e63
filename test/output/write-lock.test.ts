import { spawn, spawnSync } from 'node:child_process';
import fs, { readdirSync, statSync, symlinkSync, unlinkSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { isDead, newHolder } from '../../src/output/lock-holder';
import { OutputError } from '../../src/output/output-error';
import { WriteLock } from '../../src/output/write-lock';
import { writeOutput } from '../../src/output/writer';
import { put, scratch, tree, units } from './scratch';

const SHORT = { limit: 120, pause: 5 };
const [, MACHINE] = newHolder().split('.') as [string, string];

const heldBy = (outdir: string, holder: string) => put(outdir, `.cdk8s-argo/.lock/${holder}`, '');

describe('a folder that somebody else writes into', () => {
  test('is waited for, then there is one clear error', () => {
    const outdir = scratch();
    const first = WriteLock.acquire(outdir, SHORT);
    expect(() => WriteLock.acquire(outdir, SHORT)).toThrow(OutputError);
    expect(() => WriteLock.acquire(outdir, SHORT)).toThrow(
      `another synth (process ${process.pid}) is writing into ${outdir}, and does not come to an end. ` +
      `wait for it or stop it; if that process is no synth, delete ${outdir}/.cdk8s-argo/.lock`,
    );
    first.release();
    expect(readdirSync(outdir)).toEqual([]);
    WriteLock.acquire(outdir, SHORT).release();
  });

  test('is entered though another process, leaving, removes what is above the lock again and again', () => {
    const outdir = scratch();
    const real = fs.mkdirSync;
    let failures = 5;
    const gone = jest.spyOn(fs, 'mkdirSync').mockImplementation((...args: Parameters<typeof real>) => {
      if (failures-- > 0) throw Object.assign(new Error('gone meanwhile'), { code: 'ENOENT' });
      return real(...args);
    });
    WriteLock.acquire(outdir, SHORT).release();
    expect(gone).toHaveBeenCalledTimes(6);
    gone.mockRestore();
  });

  test('is not tried without end where the output folder is a link to nothing', () => {
    const outdir = join(scratch(), 'dist');
    symlinkSync('nothing', outdir);
    expect(() => writeOutput({ outdir, app: 'shop', files: units({ web: 'w' }) })).toThrow(
      `cannot make the folder ${outdir}/.cdk8s-argo/.lock: a folder above it is not there, or is a link to nothing (ENOENT). make it, or remove the link`,
    );
  });

  test('is taken over at once from a process that was killed', () => {
    const outdir = scratch();
    const { pid } = spawnSync(process.execPath, ['-e', '0']);
    heldBy(outdir, `${pid}.${MACHINE}.1`);
    const started = performance.now();
    WriteLock.acquire(outdir, { limit: 60_000, pause: 5 }).release();
    expect(performance.now() - started).toBeLessThan(20_000);
    expect(readdirSync(outdir)).toEqual([]);
  });

  test('is taken over from an earlier process with the number of this one, as containers have it', () => {
    expect(isDead(`${process.pid}.${MACHINE}.1`)).toBe(true);
    expect(isDead(newHolder())).toBe(false);
  });

  test('is not taken over from a process that is alive', () => {
    const outdir = scratch();
    const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)']);
    try {
      heldBy(outdir, `${child.pid}.${MACHINE}.1`);
      expect(() => WriteLock.acquire(outdir, SHORT)).toThrow(`another synth (process ${child.pid}) is writing`);
      expect(tree(outdir)).toEqual({ [`.cdk8s-argo/.lock/${child.pid}.${MACHINE}.1`]: '' });
    } finally {
      child.kill('SIGKILL');
    }
  });

  test('is taken over from another machine only when that one shows no sign of life for a while', () => {
    const outdir = scratch();
    heldBy(outdir, '7.elsewhere-1.1');
    const started = performance.now();
    WriteLock.acquire(outdir, SHORT).release();
    expect(performance.now() - started).toBeGreaterThanOrEqual(SHORT.limit);
  });

  test('says whom it waits for, once, and only when that takes a while', () => {
    const outdir = scratch();
    heldBy(outdir, '7.build-agent-1.1');
    const told: string[] = [];
    WriteLock.acquire(outdir, { ...SHORT, silence: 20, onWait: (text) => told.push(text) }).release();
    expect(told).toEqual([`waiting for another synth that writes into ${outdir}: process 7 on build-agent, taken for dead after 0.12 seconds without a sign of life`]);
    heldBy(outdir, '7.build-agent-1.1');
    WriteLock.acquire(outdir, { ...SHORT, silence: 60_000, onWait: (text) => told.push(text) }).release();
    expect(told).toHaveLength(1);
  });

  test('is kept out of Git, should its synth be killed', () => {
    const outdir = scratch();
    const lock = WriteLock.acquire(outdir);
    expect(tree(outdir)).toMatchObject({ '.cdk8s-argo/.lock/.gitignore': '*\n' });
    lock.release();
    expect(readdirSync(outdir)).toEqual([]);
  });

  test('shows signs of life, and notices that it was taken over', () => {
    const outdir = scratch();
    const lock = WriteLock.acquire(outdir);
    const holder = readdirSync(join(outdir, '.cdk8s-argo/.lock')).find((name) => name !== '.gitignore');
    const file = join(outdir, '.cdk8s-argo/.lock', holder!);
    utimesSync(file, 1, 1);
    const clock = jest.spyOn(performance, 'now').mockReturnValue(performance.now() + 5_000);
    try {
      lock.keep();
      expect(statSync(file).mtimeMs).toBeGreaterThan(1_000);
      lock.keep();
      unlinkSync(file);
      clock.mockReturnValue(performance.now() + 10_000);
      expect(() => lock.keep()).toThrow(`this synth stood still and another one took over ${outdir}, or somebody deleted its lock. it stopped where it was`);
    } finally {
      clock.mockRestore();
    }
    lock.release();
  });
});

test('a lock that a killed synth left is removed, even when nothing else is to be done', () => {
  const outdir = scratch();
  writeOutput({ outdir, app: 'shop', files: units({ web: 'w' }) });
  const before = tree(outdir);
  heldBy(outdir, `${spawnSync(process.execPath, ['-e', '0']).pid}.${MACHINE}.1`);
  expect(writeOutput({ outdir, app: 'shop', files: units({ web: 'w' }) })).toMatchObject({ written: [], removed: [] });
  expect(tree(outdir)).toEqual(before);
  expect(readdirSync(join(outdir, '.cdk8s-argo'))).toEqual(['shop']);
});

test('an app cannot have the name of the folder that locks', () => {
  expect(() => writeOutput({ outdir: scratch(), app: '.lock', files: [] })).toThrow('app ".lock" cannot name a folder: that folder says who writes');
});
