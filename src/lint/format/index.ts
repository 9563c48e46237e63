import type { createColors } from 'picocolors';
import { githubText } from './github';
import { jsonText } from './json';
import type { LintReport } from './report';
import { sarifText } from './sarif';
import { lintText } from './text';

/** How findings are written, by the name of the format. */
export const FORMATS: Readonly<Record<'text' | 'json' | 'sarif' | 'github', (report: LintReport, paint: ReturnType<typeof createColors>) => string>> = {
  text: lintText,
  json: jsonText,
  sarif: sarifText,
  github: githubText,
};
