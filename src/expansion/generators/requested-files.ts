import type { Definition } from '../definition';

/**
 * The files that the patterns of a git generator take, sorted. How patterns with stars fit depends on a switch of the controller:
 * undefined where the two ways differ, and for patterns with other marks than stars.
 *
 * @see applicationset/services/repo_service.go, reposerver/repository/repository.go (GetGitFiles) in argoproj/argo-cd
 */
export function requestedFiles(files: readonly string[], patterns: Definition): readonly string[] | undefined {
  const texts = patterns.items.map((pattern) => ({ path: pattern.at('path').word, isExcluded: pattern.at('exclude').value === true }));
  if (texts.some(({ path }) => path === '' || /[?[{\\]/.test(path))) return undefined;
  const read = texts.map(({ path, isExcluded }) => ({ isExcluded, asGit: gitPattern(path), asPaths: pathPattern(path) }));
  const found: string[] = [];
  for (const file of files) {
    const fitting = read.filter(({ asGit }) => asGit.test(file));
    if (read.some(({ asGit, asPaths }) => asGit.test(file) !== asPaths.test(file))) return undefined;
    if (fitting.length > 0 && !fitting.some(({ isExcluded }) => isExcluded)) found.push(file);
  }
  return found.sort();
}

/** As `git ls-files` reads it: a star passes over slashes, and a folder stands for all that is in it. */
function gitPattern(pattern: string): RegExp {
  const whole = pattern.split(/\*+/).map(quoted).join('.*');
  return new RegExp(pattern.includes('*') ? `^${whole}$` : `^${whole.replace(/\/+$/, '')}(/.*)?$`, 's');
}

/** As doublestar reads it: a star stops at slashes, and two of them are any number of folders. */
function pathPattern(pattern: string): RegExp {
  const segments = pattern.split('/').map((segment, i, all) => {
    const isLast = i === all.length - 1;
    if (segment === '**') return isLast ? '.*' : '([^/]+/)*';
    return segment.split(/\*+/).map(quoted).join('[^/]*') + (isLast ? '' : '/');
  });
  return new RegExp(`^${segments.join('')}$`, 's');
}

function quoted(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
