/** CloudFormation's intrinsic functions, worked out for one stack. What is not listed here is an error. */
import { failure } from '../failure.ts';

/** What a value may ask of its surroundings while it is worked out. */
export type Scope = {
  /** A resource's or parameter's `Ref`, or a pseudo parameter. */
  ref(name: string): unknown;
  attribute(logicalId: string, name: string): unknown;
  /** What another stack exports under this name. */
  imported(name: string): unknown;
  condition(name: string): boolean;
  mapping(path: readonly string[]): unknown;
};

/** Stands for `AWS::NoValue`: the property is left out. */
export const NO_VALUE = Symbol('AWS::NoValue');

type Intrinsic = (argument: unknown, scope: Scope) => unknown;

/** A copy of `value` in which every intrinsic function has been replaced by what it gives. */
export function resolve(value: unknown, scope: Scope): unknown {
  if (Array.isArray(value)) return value.map(item => resolve(item, scope)).filter(item => item !== NO_VALUE);
  if (!isObject(value)) return value;
  const [only, ...others] = Object.keys(value);
  if (only !== undefined && others.length === 0 && isIntrinsic(only)) {
    const intrinsic = intrinsics[only];
    if (intrinsic === undefined) throw failure(`The intrinsic function ${only} is not known here`);
    return intrinsic(value[only], scope);
  }
  const entries = Object.entries(value).map(([key, item]) => [key, resolve(item, scope)] as const);
  return Object.fromEntries(entries.filter(([, item]) => item !== NO_VALUE));
}

const isIntrinsic = (key: string) => key === 'Ref' || key.startsWith('Fn::');

const intrinsics: Record<string, Intrinsic> = {
  Ref: (name, scope) => scope.ref(text(name)),
  'Fn::GetAtt': (argument, scope) => {
    const [id, ...name] =
      typeof argument === 'string' ? argument.split('.') : list(argument, scope).map(text);
    return scope.attribute(id ?? '', name.join('.'));
  },
  'Fn::Join': (argument, scope) => {
    const [separator, parts] = list(argument, scope);
    return list(parts, scope).map(text).join(text(separator));
  },
  'Fn::Split': (argument, scope) => {
    const [separator, whole] = list(argument, scope).map(text);
    return (whole ?? '').split(separator ?? '');
  },
  'Fn::Select': (argument, scope) => {
    const [index, items] = list(argument, scope);
    const selected = list(items, scope)[Number(index)];
    if (selected === undefined) throw failure(`Fn::Select has no item ${index} in ${JSON.stringify(items)}`);
    return selected;
  },
  'Fn::Sub': (argument, scope) => {
    const [pattern, variables] = Array.isArray(argument) ? argument : [argument, {}];
    const given = asObject(resolve(variables, scope));
    return text(pattern).replace(/\$\{(!?)([^}]+)\}/g, (_, literal: string, name: string) =>
      literal === '' ? text(name in given ? given[name] : substitute(name, scope)) : `\${${name}}`,
    );
  },
  'Fn::ImportValue': (name, scope) => scope.imported(text(resolve(name, scope))),
  'Fn::FindInMap': (argument, scope) => scope.mapping(list(argument, scope).map(text)),
  'Fn::If': (argument, scope) => {
    const [condition, whenTrue, whenFalse] = Array.isArray(argument) ? argument : [];
    return resolve(scope.condition(text(condition)) ? whenTrue : whenFalse, scope);
  },
  'Fn::Equals': (argument, scope) => {
    const [left, right] = list(argument, scope);
    return JSON.stringify(left) === JSON.stringify(right);
  },
  'Fn::Not': (argument, scope) => list(conditions(argument, scope), scope).every(item => item !== true),
  'Fn::And': (argument, scope) => list(conditions(argument, scope), scope).every(item => item === true),
  'Fn::Or': (argument, scope) => list(conditions(argument, scope), scope).some(item => item === true),
};

const substitute = (name: string, scope: Scope): unknown => {
  const [id, ...attribute] = name.split('.');
  return attribute.length === 0 ? scope.ref(name) : scope.attribute(id ?? '', attribute.join('.'));
};

/** Conditions refer to one another as `{ "Condition": "Name" }`. */
const conditions = (argument: unknown, scope: Scope): unknown =>
  Array.isArray(argument)
    ? argument.map(item =>
        isObject(item) && 'Condition' in item ? scope.condition(text(item.Condition)) : item,
      )
    : argument;

function list(argument: unknown, scope: Scope): unknown[] {
  const resolved = resolve(argument, scope);
  if (!Array.isArray(resolved)) throw failure(`A list was expected instead of ${JSON.stringify(resolved)}`);
  return resolved;
}

function text(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return String(value);
  throw failure(`A string was expected instead of ${JSON.stringify(value)}`);
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const asObject = (value: unknown): Record<string, unknown> => (isObject(value) ? value : {});
