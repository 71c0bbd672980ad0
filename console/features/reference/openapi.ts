/** The OpenAPI document as the reference reads it: operations, each with its fields, answers and examples. */

export type Schema = {
  $ref?: string;
  type?: string;
  format?: string;
  pattern?: string;
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  description?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  additionalProperties?: Schema | boolean;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
};

type Content = Record<string, { schema?: Schema; example?: unknown }>;
type Response = { $ref?: string; description?: string; content?: Content };
export type Parameter = {
  name: string;
  in: string;
  required?: boolean;
  description?: string;
  schema?: Schema;
};

type RawOperation = {
  operationId?: string;
  summary?: string;
  tags?: string[];
  security?: Record<string, unknown>[];
  parameters?: Parameter[];
  requestBody?: { content?: Content };
  responses?: Record<string, Response>;
};

export type Document = {
  info?: { title?: string; version?: string; description?: string };
  tags?: { name: string }[];
  paths?: Record<string, Record<string, RawOperation>>;
  components?: { schemas?: Record<string, Schema>; responses?: Record<string, Response> };
};

export type Answer = { status: string; schema?: Schema; example?: unknown; problems: string[] };

export type Operation = {
  /** The anchor: the route's key, such as `invite-user`. */
  id: string;
  tag: string;
  method: string;
  path: string;
  summary: string;
  needsToken: boolean;
  parameters: Parameter[];
  body?: Schema;
  /** Such as `application/json`. */
  bodyType?: string;
  bodyExample?: unknown;
  answers: Answer[];
};

export function operationsOf(document: Document): Operation[] {
  return Object.entries(document.paths ?? {}).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, raw]) => operation(document, path, method, raw)),
  );
}

/** The operations that have every word somewhere in their path, summary or name. */
export function search(operations: readonly Operation[], words: string): Operation[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  return operations.filter(({ id, method, path, summary }) => {
    const text = `${id} ${method} ${path} ${summary}`.toLowerCase();
    return wanted.every(word => text.includes(word));
  });
}

/** By tag, in the document's order. */
export function byTag(document: Document, operations: readonly Operation[]): [string, Operation[]][] {
  const groups = Map.groupBy(operations, ({ tag }) => tag);
  const order = document.tags?.map(({ name }) => name) ?? [];
  return [...groups].sort(([one], [other]) => order.indexOf(one) - order.indexOf(other));
}

/** The last part of a reference: `User` of `#/components/schemas/User`. */
export function refName(ref: string): string {
  return ref.split('/').at(-1) ?? ref;
}

function operation(document: Document, path: string, method: string, raw: RawOperation): Operation {
  const [bodyType, content] = Object.entries(raw.requestBody?.content ?? {})[0] ?? [];
  return {
    id: dashed(raw.operationId ?? `${method} ${path}`),
    tag: raw.tags?.[0] ?? '',
    method: method.toUpperCase(),
    path,
    summary: raw.summary ?? '',
    needsToken: Boolean(raw.security?.some(option => 'accessToken' in option)),
    parameters: raw.parameters ?? [],
    body: content?.schema,
    bodyType,
    bodyExample: content?.example,
    answers: Object.entries(raw.responses ?? {}).map(([status, response]) =>
      answer(document, status, response),
    ),
  };
}

function answer(document: Document, status: string, given: Response): Answer {
  const response = given.$ref ? (document.components?.responses?.[refName(given.$ref)] ?? given) : given;
  const json = response.content?.['application/json'];
  const problem = response.content?.['application/problem+json'] ?? (status < '400' ? undefined : json);
  if (problem) return { status, problems: kindsOf(problem.schema) };
  return { status, schema: json?.schema, example: json?.example, problems: [] };
}

/** A problem names its page as its type, OAuth as the address of an error. */
function kindsOf(schema: Schema | undefined): string[] {
  const pages = schema?.allOf?.flatMap(
    ({ properties: { type, error_uri } = {} }) => (type ?? error_uri)?.enum ?? [],
  );
  return pages?.map(page => refName(String(page))) ?? [];
}

/** `inviteUser` as the contract calls it: `invite-user`. */
function dashed(name: string): string {
  return name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);
}
