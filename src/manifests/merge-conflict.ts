/** The line with the first mark that Git left of a merge that nobody has finished, counted from 1; undefined when there is none. */
export function lineOfConflict(text: string): number | undefined {
  const mark = /^(?:<{7}|>{7})(?: .*)?\r?$/m.exec(text);
  return mark ? text.slice(0, mark.index).split('\n').length : undefined;
}
