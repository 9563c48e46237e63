import { OutputError } from './output-error';

/** Says that another synth took this one for dead. The folder is that one's now, so nothing more is written, and nothing taken back. */
export class TakenOverError extends OutputError {
  public constructor(outdir: string) {
    super(`this synth stood still and another one took over ${outdir}, or somebody deleted its lock. it stopped where it was, and the next one ` +
      'repairs what is left. synth again');
    this.name = 'TakenOverError';
  }
}
