import * as fs from 'node:fs';
import * as path from 'node:path';

const ROOT = path.resolve(__dirname, '../..');

const PAGES = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'examples/platform/README.md',
  ...fs.readdirSync(path.join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.md')).sort().map((file) => `docs/${file}`)];

test.each(PAGES)('%s leads to what is there', (page) => {
  const broken = linksOf(page).filter(({ file, heading }) => {
    const target = path.join(ROOT, path.dirname(page), file);
    return !fs.existsSync(target) || (heading !== undefined && file.endsWith('.md') && !headingsOf(target).includes(heading));
  });
  expect(broken).toEqual([]);
});

/** Links to files of this repository, outside of code. */
function linksOf(page: string): Array<{ file: string; heading?: string }> {
  const prose = fs.readFileSync(path.join(ROOT, page), 'utf8').replace(/^```[\s\S]*?^```$/gm, '').replace(/`[^`\n]*`/g, '');
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link!).filter((link) => !/^[a-z]+:/.test(link)).map((link) => {
    const [file, heading] = link.split('#');
    return { file: file === '' ? path.basename(page) : file!, ...heading !== undefined && { heading } };
  });
}

/** The headings of a page as the addresses that GitHub gives them. */
function headingsOf(file: string): string[] {
  return [...fs.readFileSync(file, 'utf8').matchAll(/^#+ (.*)$/gm)]
    .map(([, title]) => title!.toLowerCase().replace(/[^\p{L}\p{N} _-]/gu, '').replaceAll(' ', '-'));
}
