/** How S3 answers browsers of another origin: the first CORS rule of the bucket that fits the request decides. */
import type { Answer, Call } from './http.ts';

/** `AWS::S3::Bucket`'s CorsRule. */
export type CorsRule = {
  readonly AllowedOrigins: readonly string[];
  readonly AllowedMethods: readonly string[];
  readonly AllowedHeaders?: readonly string[];
  readonly ExposedHeaders?: readonly string[];
  /** Seconds. */
  readonly MaxAge?: number;
};

type Question = { readonly origin: string; readonly method: string; readonly headers: readonly string[] };

/** Answers an OPTIONS request, as S3 does: 200 with what the rule allows, or 403. */
export function answerPreflight(call: Call, rules: readonly CorsRule[]): Answer {
  const question = preflightOf(call);
  const rule = question && rules.find(candidate => fits(candidate, question));
  if (!question || !rule) return notAllowed;
  const maxAge = rule.MaxAge === undefined ? {} : { 'access-control-max-age': String(rule.MaxAge) };
  return {
    status: 200,
    headers: {
      ...corsHeaders(rule, question.origin),
      'access-control-allow-headers': question.headers.join(', '),
      ...maxAge,
    },
    body: '',
  };
}

/** Adds the CORS headers to an answer that a browser is waiting for. */
export function withCors(answer: Answer, call: Call, rules: readonly CorsRule[]): Answer {
  const { origin } = call.headers;
  if (origin === undefined) return answer;
  const rule = rules.find(candidate => fits(candidate, { origin, method: call.method, headers: [] }));
  return rule ? { ...answer, headers: { ...answer.headers, ...corsHeaders(rule, origin) } } : answer;
}

function preflightOf({ headers }: Call): Question | undefined {
  const method = headers['access-control-request-method'];
  if (headers.origin === undefined || method === undefined) return undefined;
  const asked = headers['access-control-request-headers'] ?? '';
  const names = asked.split(',').map(name => name.trim().toLowerCase());
  return { origin: headers.origin, method, headers: names.filter(name => name !== '') };
}

function fits(rule: CorsRule, { origin, method, headers }: Question): boolean {
  const allowed = rule.AllowedHeaders ?? [];
  return (
    rule.AllowedOrigins.some(pattern => matches(pattern, origin)) &&
    rule.AllowedMethods.includes(method) &&
    headers.every(header => allowed.some(pattern => matches(pattern.toLowerCase(), header)))
  );
}

/** S3's patterns hold at most one `*`. */
function matches(pattern: string, value: string): boolean {
  const [before = '', after] = pattern.split('*');
  if (after === undefined) return pattern === value;
  const longEnough = value.length >= before.length + after.length;
  return longEnough && value.startsWith(before) && value.endsWith(after);
}

function corsHeaders(rule: CorsRule, origin: string): Record<string, string> {
  const anyone = rule.AllowedOrigins.includes('*');
  return {
    'access-control-allow-origin': anyone ? '*' : origin,
    ...(anyone ? {} : { 'access-control-allow-credentials': 'true' }),
    'access-control-allow-methods': rule.AllowedMethods.join(', '),
    'access-control-expose-headers': (rule.ExposedHeaders ?? []).join(', '),
    vary: 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method',
  };
}

const notAllowed: Answer = {
  status: 403,
  headers: { 'content-type': 'application/xml' },
  body:
    '<?xml version="1.0" encoding="UTF-8"?><Error><Code>AccessForbidden</Code><Message>CORSResponse: This CORS ' +
    'request is not allowed. This is usually because the evaluation of Origin, request method / ' +
    "Access-Control-Request-Method or Access-Control-Request-Headers are not whitelisted by the resource's CORS " +
    'spec.</Message></Error>',
};
