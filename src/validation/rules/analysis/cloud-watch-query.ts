import type { JsonObject, JsonValue } from '../../../manifests/json';
import { goInteger } from '../../../simulation/metric-timing';
import { nearest } from '../../schema/similar-name';
import { isSet, objectField, textField } from '../rollouts/fields';
import { holdsPlaceholder } from './measured-by';
import { valuesIn, withoutArguments } from './query-text';

/** What CloudWatch refuses in a query. */
export interface CloudWatchProblem {
  /** Where in the query, as parts of a pointer. */
  readonly at: readonly string[];
  /** Goes on after `has a query`. */
  readonly what: string;
  readonly received: string;
  readonly expected: string;
  readonly fix: string;
}

/** Periods below a minute that metrics of high resolution have. */
const SHORT_PERIODS = [1, 5, 10, 20, 30];

const STATISTICS = ['Average', 'IQM', 'Maximum', 'Minimum', 'SampleCount', 'Sum'];

/** Percentiles, trimmed means and the like: `p99.9`, `tm90`, `TM(10%:90%)`, `PR(:300)`. */
const STATISTIC_OF_PART = /^(?:(?:p|tm|wm|tc|ts)\d{1,3}(?:\.\d+)?|(?:TM|WM|TC|TS|PR)\([^)]*\))$/i;

/** What is wrong with a query to CloudWatch, beside its id and what kind it is. */
export function cloudWatchProblems(query: JsonObject, ids: readonly string[]): CloudWatchProblem[] {
  const stat = objectField(query, 'metricStat');
  return [
    ...periodProblems(query.period, ['period']),
    ...periodProblems(stat?.period, ['metricStat', 'period']),
    ...statProblems(stat),
    ...expressionProblems(textField(query, 'expression'), ids),
  ];
}

function periodProblems(period: JsonValue | undefined, at: readonly string[]): CloudWatchProblem[] {
  if (period === undefined || period === null) return [];
  const seconds = goInteger(period);
  if (seconds === undefined || SHORT_PERIODS.includes(seconds) || (seconds > 0 && seconds % 60 === 0)) return [];
  const received = typeof period === 'string' ? period : String(seconds);
  return [{
    at, received, what: `over periods of ${received}`, expected: `seconds: ${SHORT_PERIODS.join(', ')}, or a multiple of 60`,
    fix: seconds > 60 ? `write ${Math.round(seconds / 60) * 60}` : 'write 60, or a multiple of it',
  }];
}

function statProblems(metricStat: JsonObject | undefined): CloudWatchProblem[] {
  const stat = textField(metricStat, 'stat');
  if (!isSet(metricStat, 'stat') || holdsPlaceholder(stat) || STATISTICS.includes(stat) || STATISTIC_OF_PART.test(stat)) return [];
  const near = nearest(stat, STATISTICS);
  return [{
    at: ['metricStat', 'stat'], received: stat, what: `of the statistic ${stat || '""'}`, expected: `${STATISTICS.join(', ')}, or one such as p99`,
    fix: near ? `did you mean ${near}?` : 'write one of these',
  }];
}

/** Ids begin with a small letter and the words of expressions with a capital, so a name with a small one is an id. */
function expressionProblems(expression: string, ids: readonly string[]): CloudWatchProblem[] {
  if (holdsPlaceholder(expression) || ids.some(holdsPlaceholder) || /^\s*(?:SELECT|SEARCH)\b/i.test(expression)) return [];
  const unknown = [...new Set(valuesIn(withoutArguments(expression)))].filter((name) => /^[a-z]/.test(name) && !ids.includes(name));
  return unknown.map((name) => {
    const near = nearest(name, ids);
    return {
      at: ['expression'], received: name, what: `with ${name} in its expression, and no query of that id`, expected: ids.filter((id) => id !== '').sort().join(', '),
      fix: near ? `did you mean ${near}?` : `write one of these ids, or add the query ${name}`,
    };
  });
}
