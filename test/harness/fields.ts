/** The fields of a route's input, as its schema tells them. */
import type * as z from 'zod/mini';
import type { Route } from '../../shared/contract/route.ts';

export type Kind = 'text' | 'number' | 'boolean' | 'object' | 'list';
export type Field = {
  path: readonly string[];
  kind: Kind;
  required: boolean;
  /** Whether it takes null, which means that there is none. */
  nullable: boolean;
};

/** The fields that travel in the body, nested ones after what holds them. */
export function bodyFields(route: Route): Field[] {
  return fieldsOf(route.input).filter(({ path: [first = ''] }) => !route.path.includes(`{${first}}`));
}

function fieldsOf(schema: z.core.$ZodType, path: readonly string[] = []): Field[] {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if (def.type !== 'object') return [];
  return Object.entries(def.shape).flatMap(([name, inside]) => {
    const { inner, required, nullable } = unwrapped(inside);
    const field = { path: [...path, name], kind: kindOf(inner), required, nullable };
    return [field, ...fieldsOf(inner, field.path)];
  });
}

type Unwrapped = Pick<Field, 'required' | 'nullable'> & { inner: z.core.$ZodType };

/** What is inside the wrappings, and what they say of it. */
function unwrapped(schema: z.core.$ZodType): Unwrapped {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if (def.type === 'optional' || def.type === 'default')
    return { ...unwrapped(def.innerType), required: false };
  if (def.type === 'nullable') return { ...unwrapped(def.innerType), nullable: true };
  if (def.type === 'pipe') return unwrapped(def.in);
  if (def.type === 'union' && def.options[0]) return unwrapped(def.options[0]);
  return { inner: schema, required: true, nullable: false };
}

function kindOf(schema: z.core.$ZodType): Kind {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if (def.type === 'string' || def.type === 'enum') return 'text';
  if (def.type === 'number' || def.type === 'boolean' || def.type === 'object') return def.type;
  if (def.type === 'array') return 'list';
  if (def.type === 'literal') return typeof def.values[0] === 'boolean' ? 'boolean' : 'text';
  throw new Error(`No test knows yet what to do with a field of the type ${def.type}`);
}

/** The same input with another value in one place; `undefined` leaves it out. */
export function withField(input: object, path: readonly string[], value: unknown): Record<string, unknown> {
  const [name = '', ...inside] = path;
  const fields = { ...input } as Record<string, unknown>;
  const old = fields[name];
  fields[name] = inside.length === 0 ? value : withField(isObject(old) ? old : {}, inside, value);
  if (fields[name] === undefined) delete fields[name];
  return fields;
}

export function valueIn(input: unknown, [name, ...inside]: readonly string[]): unknown {
  if (name === undefined) return input;
  return isObject(input) ? valueIn((input as Record<string, unknown>)[name], inside) : undefined;
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
