import { createColors } from 'picocolors';
import { run } from '../../src/cli/main';

/** What a command line prints, and its exit code. */
export function cli(...args: readonly string[]) {
  let [out, err] = ['', ''];
  const colors = createColors(false);
  const code = run(args, { out: (text) => (out += text), err: (text) => (err += text), colors, errColors: colors });
  return { code, out, err };
}
