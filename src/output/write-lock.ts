import { closeSync, openSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { makeFolder, removeFile, statPlain } from './disk';
import { isDead, isHere, machineOf, newHolder, processOf } from './lock-holder';
import { fileSystemError, hasCode, OutputError } from './output-error';
import { OutputFolder } from './output-folder';
import { LOCK_FOLDER } from './portable-path';
import { TakenOverError } from './taken-over-error';

/** How a synth waits for another one. */
export interface Patience {
  /** How long another synth may show no sign of life, in milliseconds. */
  readonly limit: number;
  /** How long to wait before looking again, in milliseconds. */
  readonly pause: number;
  /** How long to wait before anybody is told, in milliseconds. */
  readonly silence: number;
  /** Who is told, once, whom it waits for. */
  readonly onWait?: OnWait;
}

/** Hears whom a synth waits for, in a line. */
export type OnWait = (text: string) => void;

const PATIENCE: Patience = { limit: 20_000, pause: 15, silence: 1_000 };
const SIGN_OF_LIFE = 1_000;
/** Keeps the folder out of Git when a synth is killed. */
const IGNORE = '.gitignore';

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
  public static acquire(outdir: string, wanted: Partial<Patience> = {}): WriteLock {
    const patience = { ...PATIENCE, ...wanted };
    const lock = new WriteLock(outdir);
    for (let tries = 0; ; tries++) {
      const others = lock.others();
      if (others.length === 0 && lock.enter()) return lock;
      lock.waitFor(others, patience);
      // Those who came together must not come together again.
      sleep(patience.pause + ((process.pid * 7 + tries * 13) % patience.pause));
    }
  }

  /** Whether somebody writes, or was stopped while writing. */
  public static isHeld(outdir: string): boolean {
    return new OutputFolder(outdir).has(LOCK_FOLDER);
  }

  private readonly own = newHolder();
  private readonly ownFile: string;
  private shownAt = performance.now();
  private readonly startedAt = performance.now();
  private lastSeen = { what: '', at: performance.now() };
  private told = false;

  private constructor(private readonly outdir: string) {
    this.ownFile = this.at(this.own);
  }

  /**
   * To be called before each change: makes sure that this process is still alone, and shows others every second that it is alive.
   *
   * @throws TakenOverError when somebody else took it for dead
   */
  public keep(): void {
    if (!statPlain(this.ownFile, this.shown)) throw new TakenOverError(this.outdir);
    if (performance.now() - this.shownAt < SIGN_OF_LIFE) return;
    this.shownAt = performance.now();
    try {
      utimesSync(this.ownFile, new Date(), new Date());
    } catch (error) {
      throw hasCode(error, 'ENOENT') ? new TakenOverError(this.outdir) : fileSystemError('write', this.shown, error);
    }
  }

  /** Lets others write. */
  public release(): void {
    this.remove(this.own);
    this.leave();
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
      closeSync(openSync(this.ownFile, 'wx'));
      this.ignore();
    } catch (error) {
      // Somebody who left has just removed the folder.
      if (hasCode(error, 'ENOENT')) return false;
      this.leave();
      throw error instanceof OutputError ? error : fileSystemError('write', `${this.shown}/${this.own}`, error);
    }
    if (this.holders().every((holder) => holder === this.own)) return true;
    this.remove(this.own);
    return false;
  }

  /** Without it nothing is lost but order in Git. */
  private ignore(): void {
    try {
      writeFileSync(this.at(IGNORE), '*\n', { flag: 'wx' });
    } catch {
      // It is there, or the disk is full, which will be said of a file that matters.
    }
  }

  /** Removes the folder when nobody is in it. */
  private leave(): void {
    if (this.holders().length > 0) return;
    this.remove(IGNORE);
    new OutputFolder(this.outdir).prune(LOCK_FOLDER);
  }

  /** Gives up on holders without a sign of life, each in its way. */
  private waitFor(others: readonly string[], { limit, silence, onWait }: Patience): void {
    if (!this.told && others.length > 0 && performance.now() - this.startedAt >= silence) {
      this.told = true;
      onWait?.(`waiting for another synth that writes into ${this.outdir}: ${others.map((other) => this.describe(other, limit)).join('; ')}`);
    }
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
      return readdirSync(this.at()).filter((name) => name !== IGNORE).sort();
    } catch (error) {
      if (hasCode(error, 'ENOENT')) return [];
      throw fileSystemError('read the folder', this.shown, error);
    }
  }

  private describe(holder: string, limit: number): string {
    const who = `process ${processOf(holder)}`;
    return isHere(holder) ? who : `${who} on ${machineOf(holder)}, taken for dead after ${limit / 1000} seconds without a sign of life`;
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
