import type { ArgoApp } from '../../src/app/argo-app';
import { manifestFilesOf } from '../../src/app/manifest-files';
import { Rendering } from '../../src/render/rendering';
import { sourceOf } from '../../src/render/source-frame';

/** A page that leads from every file of an example to the lines that made it. */
export function provenancePage(title: string, lead: string, dist: string, app: ArgoApp): string {
  const sections = Rendering.during(app, (rendering) => rendering.charts
    .flatMap((chart) => manifestFilesOf(chart).map((file) => ({ file, objects: rendering.objectsOf(chart) })))
    .sort((a, b) => (a.file < b.file ? -1 : 1))
    .map(({ file, objects }) => {
      const rows = objects.map((object) => `| ${object.kind} | ${object.name} | ${lineOf(sourceOf(object))} |`);
      return `## ${file}\n\n[the file](../../${dist}/${file})\n\n| kind | name | made by |\n| --- | --- | --- |\n${rows.join('\n')}`;
    }));
  return `${[`# ${title}`, lead, ...sections].join('\n\n')}\n`;
}

function lineOf(source: string | undefined): string {
  const [, file, line] = /^(.*?):(\d+)/.exec(source ?? '') ?? [];
  if (file === undefined) throw new Error('an object of the example was made by nobody');
  return `[${file.replace('examples/', '')}:${line}](../../${file}#L${line})`;
}
