import { closeSync, openSync, readdirSync, statSync, utimesSync } from 'node:fs';
import { makeFolder, removeFile } from './disk';
import { isDead, isHere, newHolder, processOf } from './lock-holder';
import { fileSystemError, hasCode, OutputError } from './output-error';
import { OutputFolder } from './output-folder';
import { LOCK_FOLDER } from './portable-path';

/** How a synth waits for another one. */
export interface Patience {
  /** How long another synth may show no sign of life, in milliseconds. */
  readonly limit: number;
  /** How long to wait before looking again, in milliseconds. */
  readonly pause: number;
}

const PATIENCE: Patience = { limit: 20_000, pause: 15 };
const SIGN_OF_LIFE = 1_000;

/**
 * Lets one synth at a time write into an output folder. Whoever writes has a file in the lock folder, and is alone there.
 *
 * No two of those files ever have one name. So the file of a dead process can be removed without a race: whoever comes too late
 * removes nothing. A process of this machine is asked for; one of another machine or container is taken for dead when it shows no
 * sign of life for a while.
 */
export class WriteLock {
  /**
   * Waits until nobody else writes.
   *
   * @throws OutputError when somebody else does not come to an end, or the folder cannot be written
   */
  public static acquire(outdir: string, patience: Patience = PATIENCE): WriteLock {
    const lock = new WriteLock(outdir);
    for (let tries = 0; ; tries++) {
      const others = lock.others();
      if (others.length === 0 && lock.enter()) return lock;
      lock.waitFor(others, patience.limit);
      // Those who came together must not come together again.
      sleep(patience.pause + ((process.pid * 7 + tries * 13) % patience.pause));
    }
  }

  /** Whether somebody writes, or was stopped while writing. */
  public static isHeld(outdir: string): boolean {
    return new OutputFolder(outdir).has(LOCK_FOLDER);
  }

  private readonly own = newHolder();
  private shownAt = performance.now();
  private lastSeen = { what: '', at: performance.now() };

  private constructor(private readonly outdir: string) {}

  /**
   * Shows others that this process is alive, if that was not done for a second.
   *
   * @throws OutputError when somebody else took it for dead
   */
  public keep(): void {
    if (performance.now() - this.shownAt < SIGN_OF_LIFE) return;
    this.shownAt = performance.now();
    try {
      utimesSync(this.at(this.own), new Date(), new Date());
    } catch (error) {
      if (!hasCode(error, 'ENOENT')) throw fileSystemError('write', this.shown, error);
      throw new OutputError(`this synth stood still, and another one took over ${this.outdir}. synth again`);
    }
  }

  /** Lets others write. */
  public release(): void {
    this.remove(this.own);
    new OutputFolder(this.outdir).prune(LOCK_FOLDER);
  }

  /** Who else writes. Files of dead processes are removed on the way. */
  private others(): string[] {
    const holders = this.holders();
    const dead = holders.filter(isDead);
    for (const holder of dead) this.remove(holder);
    return holders.filter((holder) => !dead.includes(holder));
  }

  /** Goes in, and out again if somebody else is there. Of two who go in at once, at most one sees nobody. */
  private enter(): boolean {
    try {
      makeFolder(this.at(), this.shown);
      closeSync(openSync(this.at(this.own), 'wx'));
    } catch (error) {
      // Somebody who left has just removed the folder.
      if (hasCode(error, 'ENOENT')) return false;
      new OutputFolder(this.outdir).prune(LOCK_FOLDER);
      throw error instanceof OutputError ? error : fileSystemError('write', `${this.shown}/${this.own}`, error);
    }
    if (this.holders().every((holder) => holder === this.own)) return true;
    this.remove(this.own);
    return false;
  }

  /** Gives up on holders without a sign of life, each in its way. */
  private waitFor(others: readonly string[], limit: number): void {
    const what = others.map((other) => `${other} ${statSync(this.at(other), { throwIfNoEntry: false })?.mtimeMs ?? ''}`).join('\n');
    if (what !== this.lastSeen.what) this.lastSeen = { what, at: performance.now() };
    if (performance.now() - this.lastSeen.at < limit) return;
    for (const other of others) {
      if (isHere(other)) {
        throw new OutputError(`another synth (process ${processOf(other)}) is writing into ${this.outdir}, and does not come to an end. ` +
          `wait for it or stop it; if that process is no synth, delete ${this.shown}`);
      }
      this.remove(other);
    }
  }

  private holders(): string[] {
    // Looked at anew each time: what an OutputFolder knows of its folders is of one moment.
    if (!WriteLock.isHeld(this.outdir)) return [];
    try {
      return readdirSync(this.at()).sort();
    } catch (error) {
      if (hasCode(error, 'ENOENT')) return [];
      throw fileSystemError('read the folder', this.shown, error);
    }
  }

  private remove(holder: string): void {
    removeFile(this.at(holder), `${this.shown}/${holder}`);
  }

  private at(holder = ''): string {
    return new OutputFolder(this.outdir).at(`${LOCK_FOLDER}/${holder}`);
  }

  private get shown(): string {
    return `${this.outdir}/${LOCK_FOLDER}`;
  }
}

/** The writing is synchronous, and so is waiting for it. */
function sleep(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
