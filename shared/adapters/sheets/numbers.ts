/** Numbers of a workbook as text: in full, as identifiers and telephone numbers need it, and dates by ISO 8601. */
import type { NumberFormat } from './number-formats.ts';

/** The days of the year 10000, where spreadsheets end. */
const lastDay = 2_958_466;

const decimal = /^([+-]?)(\d*)\.?(\d*)(?:e([+-]?\d+))?$/i;

export function numberText(raw: string, format: NumberFormat | undefined, from1904: boolean): string {
  const number = decimal.test(raw.trim()) ? Number(raw) : Number.NaN;
  if (!Number.isFinite(number)) return raw;
  if (format?.isDate && number >= 0 && number < lastDay) return dateText(number, from1904);
  const text = plainNumber(raw.trim());
  return /^\d+$/.test(text) ? text.padStart(format?.digits ?? 0, '0') : text;
}

/** Without exponent. Whole numbers keep all digits that are written; others as many as tell them apart, so 0.1 is that. */
function plainNumber(raw: string): string {
  if (/^-?\d+$/.test(raw)) return raw;
  if (Number(raw) === 0) return '0'; // however far behind the point it begins
  const shortest = digitsOf(raw).length > 15 ? String(Number(raw)) : raw;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = decimal.exec(shortest) ?? [];
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  const before = digits
    .slice(0, Math.max(0, point))
    .padEnd(point, '0')
    .replace(/^0+(?=\d)/, '');
  const after = (point < 0 ? '0'.repeat(-point) : '') + digits.slice(Math.max(0, point));
  const text = `${before || '0'}.${after}`.replace(/\.?0*$/, '');
  return sign === '-' && text !== '0' ? `-${text}` : text;
}

const digitsOf = (raw: string) => raw.replace(/e.*$/i, '').replace(/\D|^[-0.]+/g, '');

const daySeconds = 86_400;

/** Days since a day, and a part of one; only the time of day, where it is of no day. */
function dateText(serial: number, from1904: boolean): string {
  const seconds = Math.round(serial * daySeconds);
  const days = Math.floor(seconds / daySeconds);
  const time = new Date((seconds % daySeconds) * 1000).toISOString().slice(11, 19);
  if (days === 0 && !from1904) return time;
  const date = dayText(days, from1904);
  return seconds % daySeconds === 0 ? date : `${date}T${time}`;
}

/** Since 1900, spreadsheets count a 29 February that was not. */
function dayText(days: number, from1904: boolean): string {
  if (!from1904 && days === 60) return '1900-02-29';
  const first = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < 60 ? 31 : 30);
  return new Date(first + days * daySeconds * 1000).toISOString().slice(0, 10);
}
