import { parseTemplate } from './parser';
import { placed, TemplateError } from './template-error';
import type { ParsedTemplate } from './tree';

/** A template that has been read, or why it cannot be. */
export type Reading = { readonly template: ParsedTemplate } | { readonly problem: string };

const known = new WeakMap<ReadonlySet<string>, Map<string, Reading>>();
const LIMIT = 2000;

/** Reads a Go template with these functions, once: a fleet has a handful of them, each asked for by several rules. */
export function readTemplate(source: string, functions: ReadonlySet<string>): Reading {
  let readings = known.get(functions);
  if (!readings || readings.size >= LIMIT) {
    readings = new Map();
    known.set(functions, readings);
  }
  let reading = readings.get(source);
  if (!reading) {
    reading = readNow(source, functions);
    readings.set(source, reading);
  }
  return reading;
}

/** Why a text is no Go template with these functions, with the place; undefined for one that parses. */
export function templateProblem(source: string, functions: ReadonlySet<string>): string | undefined {
  const reading = readTemplate(source, functions);
  return 'problem' in reading ? reading.problem : undefined;
}

function readNow(source: string, functions: ReadonlySet<string>): Reading {
  try {
    return { template: parseTemplate(source, functions) };
  } catch (error) {
    if (error instanceof TemplateError) return { problem: placed(source, error) };
    throw error;
  }
}
