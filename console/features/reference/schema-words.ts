/** A schema in words: what type a value is, and within what bounds. */
import { formatNumber } from '../../ui/format.ts';
import { refName, type Schema } from './openapi.ts';

/** A piece of a type; one with a name leads to the shape of that name. */
export type TypePart = { text: string; shape?: string };

export function typeOf(schema: Schema | undefined): TypePart[] {
  if (!schema) return [{ text: 'any' }];
  if (schema.$ref) return [{ text: refName(schema.$ref), shape: refName(schema.$ref) }];
  if ('const' in schema) return [{ text: JSON.stringify(schema.const) }];
  if (schema.enum) return [{ text: schema.enum.map(value => JSON.stringify(value)).join(' | ') }];
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices)
    return choices.flatMap((choice, at) =>
      at === 0 ? typeOf(choice) : [{ text: ' | ' }, ...typeOf(choice)],
    );
  if (schema.type === 'array') return [...typeOf(schema.items), { text: '[]' }];
  return [{ text: [schema.type ?? 'any', schema.format].filter(Boolean).join(', ') }];
}

/** "1 to 100 characters", "at least 5", "default 50". */
export function boundsOf(schema: Schema | undefined): string {
  if (!schema) return '';
  const { minLength, maxLength, minimum, maximum } = schema;
  const parts = [
    range(minLength === 0 ? undefined : minLength, maxLength, ' characters'),
    range(minimum, maximum, ''),
    'default' in schema && schema.default !== undefined ? `default ${JSON.stringify(schema.default)}` : '',
  ];
  return parts.filter(Boolean).join(', ');
}

function range(least: number | undefined, most: number | undefined, unit: string): string {
  if (least !== undefined && most !== undefined)
    return `${formatNumber(least)} to ${formatNumber(most)}${unit}`;
  if (most !== undefined) return `at most ${formatNumber(most)}${unit}`;
  return least !== undefined ? `at least ${formatNumber(least)}${unit}` : '';
}
