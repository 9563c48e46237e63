/** What stands for stdin on a command line. */
export const STDIN = '-';

/** The file of what came in there, in findings. */
export const STDIN_FILE = '<stdin>';
