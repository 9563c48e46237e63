/** Where progress is shown: standard error, as far as this needs it. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

const PATIENCE_MS = 1000;
const INTERVAL_MS = 100;

/**
 * One line on a terminal that says what a synth is doing, once it has taken longer than a second. It is rewritten in place and gone
 * at the end; pipes and CI never see it.
 */
export class Progress {
  private readonly started = performance.now();
  private shown = -Infinity;

  public constructor(private readonly stream: ProgressStream) {}

  /** Says what is done now: `rendering`, or `rendering` with how many of the charts are through. Cheap when called often. */
  public readonly now = (phase: string, done?: number, of?: number): void => {
    if (!this.stream.isTTY) return;
    const time = performance.now();
    // A new phase is worth a line at once, the next of many charts is not.
    if (time - this.started < PATIENCE_MS || (done !== undefined && time - this.shown < INTERVAL_MS)) return;
    this.shown = time;
    const text = done === undefined ? phase : `${phase} ${done} of ${of}`;
    this.stream.write(`\r\u001b[K${text.slice(0, (this.stream.columns ?? 80) - 1)}`);
  };

  /** A line that stays, also in pipes and CI: that somebody is waited for. */
  public readonly told = (text: string): void => {
    this.done();
    this.stream.write(`${text}\n`);
  };

  /** Takes the line away, so that what comes next begins at the margin. */
  public done(): void {
    if (this.shown > -Infinity) this.stream.write('\r\u001b[K');
    this.shown = -Infinity;
  }
}
