import { createColors } from 'picocolors';
import { run } from '../../src/cli/main';

/** What a command line prints, and its exit code. */
export function cli(...args: readonly string[]) {
  let [out, err] = ['', ''];
  const code = run(args, { out: (text) => (out += text), err: (text) => (err += text), colors: createColors(false) });
  return { code, out, err };
}
