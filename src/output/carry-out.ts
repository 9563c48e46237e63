import { finishFile, removeFile, replaceFile, stageFile, unfinishedOf } from './disk';
import { markerOf } from './index-file';
import { OutputError } from './output-error';
import { parentOf } from './output-folder';
import type { OutputPlan, Replacement } from './output-plan';
import { TakenOverError } from './taken-over-error';
import type { WriteLock } from './write-lock';

/**
 * Changes the output folder as planned; gives the files that it removed.
 *
 * Stopped at any moment, each file is the old or the new one, and the index lists every file that is ours: it is extended first, then
 * new files take their places, then stale ones are removed, then the index is trimmed. Whatever needs space is put beside its place
 * before the first file changes, so that a full disk leaves the old state.
 *
 * @throws OutputError
 */
export function carryOut(plan: OutputPlan, lock: Pick<WriteLock, 'keep'>): string[] {
  return new Work(plan, lock).done();
}

/** No step is taken without the lock, not even to take something back: what is there may be the work of whoever took over. */
class Work {
  public constructor(private readonly plan: OutputPlan, private readonly lock: Pick<WriteLock, 'keep'>) {}

  public done(): string[] {
    try {
      this.prepare();
    } catch (error) {
      throw this.undone() ? said(error, 'no file was changed') : error;
    }
    try {
      return this.finish();
    } catch (error) {
      // A file that is not where it was put: somebody else may have moved it.
      this.lock.keep();
      throw said(error, 'some files are new and some are old, each of them complete; the next synth goes on');
    }
  }

  private prepare(): void {
    const { app, repair, extended, changed, trimmed } = this.plan;
    const marker = 'files are being written; found later, the writing was stopped, and the next synth repairs it\n';
    this.replaceAll([{ path: markerOf(app), content: marker }]);
    if (repair) {
      for (const path of repair.besides) this.removeUnfinished(path);
      for (const path of repair.unfinished) this.remove(path);
    }
    this.replaceAll(extended);
    for (const { path, content } of [...changed, ...trimmed]) this.put(path, content, stageFile);
  }

  private finish(): string[] {
    const { app, changed, stale, trimmed, dropped } = this.plan;
    this.finishAll(changed);
    const removed = this.removeAll(stale);
    this.finishAll(trimmed);
    this.removeAll(dropped);
    this.removeAll([markerOf(app)]);
    return removed;
  }

  /**
   * Takes back what was prepared; says whether everything is as it was.
   *
   * @throws TakenOverError
   */
  private undone(): boolean {
    const { folder, app, repair, changed, trimmed, extended } = this.plan;
    try {
      this.lock.keep();
      for (const { path } of [...changed, ...trimmed]) this.removeUnfinished(path);
      for (const { path, former } of extended) {
        if (former === undefined) this.removeAll([path]);
        else this.replaceAll([{ path, content: former }]);
      }
      for (const { path } of changed) folder.prune(parentOf(path));
      // What an earlier run left is repaired by the next.
      if (!repair) this.removeAll([markerOf(app)]);
      return true;
    } catch (error) {
      if (error instanceof TakenOverError) throw error;
      // The index lists more than there is, and the marker says so.
      return false;
    }
  }

  private finishAll(files: readonly Replacement[]): void {
    const { folder } = this.plan;
    for (const { path } of files) {
      this.lock.keep();
      finishFile(folder.at(path), folder.shown(path));
    }
  }

  private replaceAll(files: readonly Replacement[]): void {
    for (const { path, content } of files) this.put(path, content, replaceFile);
  }

  private put(path: string, content: string | Buffer, how: typeof replaceFile): void {
    const { folder } = this.plan;
    this.lock.keep();
    folder.make(parentOf(path));
    how(folder.at(path), content, folder.shown(path));
  }

  private removeUnfinished(path: string): void {
    const { folder } = this.plan;
    this.lock.keep();
    if (folder.has(parentOf(path))) removeFile(unfinishedOf(folder.at(path)), folder.shown(path));
  }

  private removeAll(paths: readonly string[]): string[] {
    const removed = paths.filter((path) => this.remove(path));
    for (const parent of new Set(paths.map(parentOf))) this.plan.folder.prune(parent);
    return removed;
  }

  private remove(path: string): boolean {
    const { folder } = this.plan;
    this.lock.keep();
    return folder.has(parentOf(path)) && removeFile(folder.at(path), folder.shown(path));
  }
}

function said(error: unknown, state: string): unknown {
  return error instanceof OutputError ? new OutputError(`${error.message}. ${state}`, { cause: error.cause }) : error;
}
