import { oneLine } from '../../validation/report/printable';
import { pathInRepository } from '../repository-place';
import type { LintReport } from './report';

const LEVELS = { error: 'error', warning: 'warning', info: 'notice' } as const;

/** Commands that GitHub shows as annotations on the lines of a pull request. */
export function githubText({ findings, result, place }: LintReport): string {
  const problems = result.problems.map(({ file: path, line, column, message }) =>
    command('error', { file: pathInRepository(path, place), line, col: column, title: 'unreadable' }, message));
  return [...problems, ...findings.map(({ finding, file: path, line, column }) => {
    const file = pathInRepository(path, place);
    const { rule, severity, message, fix } = finding;
    return command(LEVELS[severity], { file, line, col: column, title: rule }, fix === undefined ? message : `${message}\n${fix}`);
  })].join('');
}

function command(level: string, properties: Readonly<Record<string, string | number | undefined>>, message: string): string {
  const given = Object.entries(properties).filter(([, value]) => value !== undefined && value !== '');
  return `::${level} ${given.map(([key, value]) => `${key}=${property(String(value))}`).join(',')}::${data(message)}\n`;
}

/** @see packages/core/src/command.ts in actions/toolkit */
function data(text: string): string {
  return text.split(/\r?\n/).map(oneLine).join('\n').replace(/%/g, '%25').replace(/\n/g, '%0A');
}

function property(text: string): string {
  return oneLine(text).replace(/%/g, '%25').replace(/:/g, '%3A').replace(/,/g, '%2C');
}
