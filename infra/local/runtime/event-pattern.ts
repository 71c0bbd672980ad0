/** EventBridge's event patterns, as far as they are needed: an operator that is not here is an error. */
import * as z from 'zod/mini';
import { failure } from '../failure.ts';
import { isObject } from '../template/intrinsics.ts';

type Matcher = (value: unknown) => boolean;
export type EventPattern = (event: unknown) => boolean;

/** Throws at once when the pattern holds something that this machine would not match as AWS does. */
export function compilePattern(pattern: unknown): EventPattern {
  if (!isObject(pattern)) throw failure(`An event pattern must be an object, not ${JSON.stringify(pattern)}`);
  const fields = Object.entries(pattern).map(([key, wanted]) => compileField(key, wanted));
  return event => isObject(event) && fields.every(matches => matches(event));
}

function compileField(key: string, wanted: unknown): (event: Record<string, unknown>) => boolean {
  if (key.startsWith('$')) throw failure(`The event pattern operator ${key} is not known here`);
  if (!Array.isArray(wanted)) {
    const inner = compilePattern(wanted);
    return event => asList(event[key]).some(inner);
  }
  const matchers = wanted.map(compileMatcher);
  // An absent field is one that only { "exists": false } can like.
  return event => {
    const values = key in event ? asList(event[key]) : [undefined];
    return values.some(value => matchers.some(matches => matches(value)));
  };
}

function compileMatcher(wanted: unknown): Matcher {
  if (!isObject(wanted)) return value => value === wanted;
  const [operator = '', ...others] = Object.keys(wanted);
  const compile = operators[operator];
  if (compile === undefined || others.length > 0) {
    throw failure(`The event pattern ${JSON.stringify(wanted)} is not known here`);
  }
  return compile(wanted[operator]);
}

const operators: Record<string, (argument: unknown) => Matcher> = {
  exists: wanted => value => (value !== undefined) === wanted,
  prefix(argument) {
    const prefix = z.string().parse(argument);
    return value => typeof value === 'string' && value.startsWith(prefix);
  },
  'anything-but'(argument) {
    const refused = asList(argument).map(item => compileMatcher(item));
    return value => value !== undefined && !refused.some(matches => matches(value));
  },
  numeric(argument) {
    const tests = inPairs(z.array(z.union([z.string(), z.number()])).parse(argument));
    return value => typeof value === 'number' && tests.every(test => test(value));
  },
};

const comparisons: Record<string, (left: number, right: number) => boolean> = {
  '=': (left, right) => left === right,
  '<': (left, right) => left < right,
  '<=': (left, right) => left <= right,
  '>': (left, right) => left > right,
  '>=': (left, right) => left >= right,
};

/** From `[">", 0, "<=", 5]`. */
function inPairs(terms: readonly (string | number)[]): ((value: number) => boolean)[] {
  if (terms.length === 0) return [];
  const [operator, limit, ...rest] = terms;
  const compare = comparisons[String(operator)];
  if (compare === undefined || typeof limit !== 'number') {
    throw failure(`The numeric event pattern ${JSON.stringify(terms)} is not known here`);
  }
  return [value => compare(value, limit), ...inPairs(rest)];
}

const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);
