/** The name of the files of a `ChartIndex`. */
const OF_INDEX = '/chart.json';

/**
 * What to change where a generator takes files that the app does not write: what is below the nearest folder that it does write, or that
 * the index of charts was not given to the app.
 *
 * @param patterns from the top of the repository
 * @param files those that the app writes into it
 */
export function cureForMissingFiles(patterns: readonly string[], files: readonly string[]): string {
  const byPeople = 'say for a folder that people write: Repository.git({ ..., root: \'clusters\' }), with that folder as the root';
  const ofIndex = patterns.every((pattern) => pattern.endsWith(`/**${OF_INDEX}`));
  if (ofIndex && !files.some((file) => file.endsWith(OF_INDEX))) {
    return 'give the index of charts to the app: new ArgoApp({ layout: { index } }). it lists charts that are for a cluster and that no Application of the app ' +
      'delivers';
  }
  const near = patterns.map((pattern) => nearest(pattern, files)).find((text) => text !== undefined);
  return ofIndex ? near ?? byPeople : [near, byPeople].filter((text) => text !== undefined).join('. ');
}

/** What is below the last folder of a pattern that exists, if one of them does not. */
function nearest(pattern: string, files: readonly string[]): string | undefined {
  const segments = pattern.split('/');
  const name = segments.at(-1)!;
  const like = name.includes('*') ? files : files.filter((file) => file.endsWith(`/${name}`));
  const glob = segments.findIndex((segment) => /[*?[{]/.test(segment));
  const folders = segments.slice(0, glob < 0 ? -1 : glob);
  for (let depth = folders.length - 1; depth > 0; depth--) {
    const folder = `${folders.slice(0, depth).join('/')}/`;
    const below = new Set(like.filter((file) => file.startsWith(folder)).map((file) => file.slice(folder.length).split('/')[0]!));
    if (below.size > 0) return `${folder.slice(0, -1)} has ${[...below].sort().slice(0, 5).join(', ')}${below.size > 5 ? ' and more' : ''}, and no ${folders[depth]!}`;
  }
  return undefined;
}
