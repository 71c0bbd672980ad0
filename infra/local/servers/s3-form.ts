/** What a browser sends to S3 as a form (POST Object): fields, and behind them the one file. */
import type { Call } from './http.ts';

export type S3Form = {
  /** By their names in lower case, as S3 reads them. */
  readonly fields: Readonly<Record<string, string>>;
  /** Undefined where there is none. What comes after it is not read. */
  readonly file: Buffer | undefined;
};

/** Undefined where the call is no form. */
export function formIn({ method, headers, body }: Call): S3Form | undefined {
  const type = headers['content-type'] ?? '';
  const [, quoted, plain] = /^multipart\/form-data;\s*boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(type) ?? [];
  const boundary = quoted ?? plain;
  if (method !== 'POST' || boundary === undefined) return undefined;
  const fields: Record<string, string> = {};
  // In Latin 1 a character is a byte, so that the file stays what it is.
  for (const part of `\r\n${body.toString('latin1')}`.split(`\r\n--${boundary}`).slice(1)) {
    const [, name = '', content = ''] =
      /^\r\n[\s\S]*?\bname="([^"]*)"[\s\S]*?\r\n\r\n([\s\S]*)$/.exec(part) ?? [];
    if (name.toLowerCase() === 'file') return { fields, file: Buffer.from(content, 'latin1') };
    if (name !== '') fields[name.toLowerCase()] = Buffer.from(content, 'latin1').toString('utf8');
  }
  return { fields, file: undefined };
}
