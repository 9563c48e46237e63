import { otherApps, readAppIndex } from './index-file';
import type { OutputFolder } from './output-folder';

/** Says which other app lists a file. Their indexes are read when that is first asked, as most synths need not know. */
export function claimsOfOthers(folder: OutputFolder, app: string): (path: string) => string | undefined {
  let claims: Map<string, string> | undefined;
  return (path) => {
    claims ??= new Map(otherApps(folder, app).flatMap((other) => filesOf(folder, other).map((file) => [file, other])));
    return claims.get(path);
  };
}

function filesOf(folder: OutputFolder, app: string): string[] {
  return readAppIndex(folder, app).units.flatMap(({ files }) => files);
}
