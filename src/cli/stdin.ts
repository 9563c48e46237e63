import { readSync } from 'node:fs';

const PIECE = 1 << 20;

/** A moment to wait for whoever writes to a pipe that does not wait itself. */
const WAIT_MS = 5;

/**
 * What comes in by stdin, as far as `most` bytes and one: who pipes in without an end gets an answer too. Throws what the operating
 * system says of a stdin that cannot be read.
 */
export function readStdin(most: number): Buffer {
  const pieces: Buffer[] = [];
  const asleep = new Int32Array(new SharedArrayBuffer(4));
  for (let size = 0; size <= most;) {
    const piece = Buffer.allocUnsafe(Math.min(PIECE, most + 1 - size));
    try {
      const count = readSync(0, piece);
      if (count === 0) break;
      pieces.push(piece.subarray(0, count));
      size += count;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EOF') break;
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(asleep, 0, 0, WAIT_MS);
    }
  }
  return Buffer.concat(pieces);
}
