import { statPlain } from './disk';
import { indexFileOf, otherApps } from './index-file';
import { OutputError } from './output-error';
import { type OutputFolder, parentOf } from './output-folder';
import type { OutputRequest } from './output-request';

/**
 * Refuses to write into a folder in which a chart of another app stands: whoever delivers one of them would deliver both, and delete what
 * is gone of both.
 *
 * @throws OutputError
 */
export function refuseSharedFolders({ app, files }: OutputRequest, folder: OutputFolder): void {
  const others = otherApps(folder, app);
  if (others.length === 0) return;
  for (const unit of new Set(files.filter((file) => parentOf(file.path) === file.unit).map((file) => file.unit))) {
    for (const other of others) {
      const index = indexFileOf(other, unit);
      if (!folder.has(parentOf(index)) || !statPlain(folder.at(index), folder.shown(index))) continue;
      throw new OutputError(`${folder.shown(unit)} holds a chart of the app "${other}", so one Application would deliver it and the chart of "${app}". ` +
        `give one of the charts another folder. if "${other}" is gone, delete ${folder.shown(index)} and the files that it lists`);
    }
  }
}
