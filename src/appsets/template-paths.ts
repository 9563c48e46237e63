import { Source } from '../apps/source';

/**
 * The path of a source from the top of its repository, with parameters in it; undefined for one that is no folder in Git. A generator
 * that looks through a repository names folders from its top already, so nothing comes before `p.path.path`.
 */
export function pathFromTop(source: unknown, roots: readonly string[]): string | undefined {
  if (!(source instanceof Source)) return undefined;
  const { folder, repository } = source;
  if (folder === undefined || repository.type !== 'git') return undefined;
  return roots.includes(repository.root) && /^\{\{ (?:\.\w+)*\.path\.path \}\}/.test(folder) ? folder : repository.pathOf(folder);
}
