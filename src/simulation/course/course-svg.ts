import { type CourseStage, courseStages } from './course-stages';
import type { Course } from './course-step';
import { COURSE_STYLE } from './course-style';
import { courseText } from './course-text';
import { abortWords, backgroundWords, lengthWords, measuredWords, percentText, splitWords } from './course-words';
import { LETTERS, linesOf, svgText, xml } from './svg-text';

const WIDTH = 720;
const MARGIN = 24;
/** Where the bars are: no traffic at the left, all of it at the right. */
const BARS = { left: 104, right: 324 };
/** Where the words are, behind the line of the checks beside the steps and behind an icon. */
const BESIDE = 340;
const ICON = 366;
const WORDS = { left: 384, width: WIDTH - MARGIN - 384 };
const TOP = 104;
const LINE = 17;

/** Drawn around 0, 0: what a stage waits for. */
const ICONS: Readonly<Record<CourseStage['waitsFor'], string>> = {
  nothing: '',
  time: '<circle r="6.5"/><path d="M0-3.5V0l2.5 1.5"/>',
  checks: '<circle r="6.5"/><path d="M-3 .2-.8 2.4 3.2-2"/>',
  person: '<circle cy="-3" r="3"/><path d="M-5.5 6.5c0-4 2.4-5.5 5.5-5.5s5.5 1.5 5.5 5.5"/>',
  plugin: '<path d="M-5-5H5V5H-5Z"/>',
  end: '<path d="M-5 6V-6H5L2.5-3 5 0H-5"/>',
};
const STYLES: Readonly<Record<CourseStage['waitsFor'], string>> = { nothing: '', time: 'time', checks: 'check', person: 'person', plugin: 'person', end: 'check' };

/** A course as a picture: time goes down, and the new version grows to the right. */
export function courseSvg(course: Course): string {
  const rows: string[] = [];
  let y = TOP;
  let beside: number | undefined;
  let before: number | undefined;
  let end = y;
  for (const stage of courseStages(course)) {
    const row = drawStage(stage, y, stage.percent !== before);
    before = stage.percent;
    rows.push(row.drawn);
    if (course.background && stage.last >= course.background.from) beside ??= y;
    end = y;
    y += row.height;
  }
  const bars = y;
  y += 32;
  const checks = course.background && drawRemark('check', ICONS.checks, `${backgroundWords(course)}, beside the steps`, y, measuredWords(course.background.checks));
  y += checks?.height ?? 0;
  const abort = drawRemark('abort', '<path d="M5 5V1.5A4 4 0 0 0 1-2.5H-5M-1.5-6-5-2.5-1.5 1"/>', abortWords(course), y, []);
  const height = y + abort.height + 4;
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-labelledby="t d">`,
    `<title id="t">${xml(`What a release of ${course.name} does`)}</title>`,
    `<desc id="d">${xml(courseText(course).trimEnd())}</desc>`,
    `<style>${COURSE_STYLE}</style>`,
    `<rect class="page" x=".5" y=".5" width="${WIDTH - 1}" height="${height - 1}" rx="10"/>`,
    svgText(`What a release of ${course.name} does`, { x: MARGIN, y: 38, style: 'h' }),
    svgText(`${splitWords(course)}; ${lengthWords(course)}`, { x: MARGIN, y: 60, style: 'm' }),
    ...[0, 50, 100].map((percent) => svgText(percentText(percent), { x: at(percent), y: TOP - 10, style: 'm s', anchor: 'middle' })),
    ...drawKey(),
    ...rows,
    ...[0, 50, 100].map((percent) => `<path class="line" stroke-dasharray="2 4" d="M${at(percent)} ${TOP - 4}V${bars}"/>`),
    ...beside === undefined ? [] : [`<path class="beside" d="M${BESIDE} ${beside + 4}V${Math.max(end - 4, beside + 24)}"/>`],
    ...checks ? [checks.drawn] : [],
    abort.drawn,
    '</svg>',
  ].join('\n')}\n`;
}

/** What the colours mean. */
function drawKey(): string[] {
  return [['canary', 'new version'], ['stable', 'stable version']].flatMap(([style = '', text = ''], i) => [
    `<rect class="${style}" x="${WORDS.left + i * 112}" y="${TOP - 20}" width="11" height="11" rx="2"/>`,
    svgText(text, { x: WORDS.left + 17 + i * 112, y: TOP - 10, style: 'm s' }),
  ]);
}

interface Drawn {
  readonly drawn: string;
  readonly height: number;
}

function drawStage({ since, percent, waitsFor, title, details }: CourseStage, y: number, isNew: boolean): Drawn {
  const titles = linesOf(title, 'bold', WORDS.width);
  const lines = details.flatMap((detail) => linesOf(detail, 'small', WORDS.width));
  const height = Math.max(48, 30 + (titles.length + lines.length - 1) * LINE);
  const share = percentText(percent);
  const isRight = at(percent) + share.length * LETTERS.bold + 16 > BARS.right;
  return {
    height,
    drawn: [
      svgText(since, { x: BARS.left - 14, y: y + 20, style: 'm s', anchor: 'end' }),
      `<rect class="stable" x="${BARS.left}" y="${y}" width="${BARS.right - BARS.left}" height="${height - 1}"/>`,
      `<rect class="${waitsFor === 'end' ? 'done' : 'canary'}" x="${BARS.left}" y="${y}" width="${at(percent) - BARS.left}" height="${height - (waitsFor === 'end' ? 1 : 0)}"/>`,
      ...isNew ? [svgText(share, { x: at(percent) + (isRight ? -8 : 8), y: y + 20, style: 'b', ...isRight && { anchor: 'end' } })] : [],
      icon(STYLES[waitsFor], ICONS[waitsFor], ICON, y + 16),
      ...titles.map((line, i) => svgText(line, { x: WORDS.left, y: y + 20 + i * LINE, style: 'b' })),
      ...lines.map((line, i) => svgText(line, { x: WORDS.left, y: y + 20 + (titles.length + i) * LINE, style: 'm s' })),
    ].join('\n'),
  };
}

function drawRemark(style: string, drawing: string, text: string, y: number, details: readonly string[]): Drawn {
  const left = MARGIN + 24;
  const width = WIDTH - MARGIN - left;
  const lines = linesOf(text, 'plain', width);
  const more = details.flatMap((detail) => linesOf(detail, 'small', width));
  return {
    height: (lines.length + more.length) * LINE + 10,
    drawn: [
      icon(style, drawing, MARGIN + 8, y - 4),
      ...lines.map((line, i) => svgText(line, { x: left, y: y + i * LINE })),
      ...more.map((line, i) => svgText(line, { x: left, y: y + (lines.length + i) * LINE, style: 'm s' })),
    ].join('\n'),
  };
}

function icon(style: string, drawing: string, x: number, y: number): string {
  return `<g class="i ${style}" transform="translate(${x} ${y})">${drawing}</g>`;
}

/** Where a share ends. */
function at(percent: number): number {
  return Math.round(BARS.left + (BARS.right - BARS.left) * Math.max(0, Math.min(percent, 100)) / 100);
}
