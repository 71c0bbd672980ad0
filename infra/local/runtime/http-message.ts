/** An HTTP request and its response, as CloudFront and API Gateway pass them on. */
export type HttpHeaders = Readonly<Record<string, readonly string[]>>;

export type HttpRequest = {
  readonly method: string;
  /** As it came, percent-encoded. */
  readonly path: string;
  /** As it came, without the question mark. */
  readonly query: string;
  /** Names in lower case. */
  readonly headers: HttpHeaders;
  readonly body: Buffer;
  /** Whoever opened the connection. */
  readonly sourceIp: string;
};

export type HttpResponse = {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: HttpHeaders;
  readonly body: Buffer;
};

export function header(message: { readonly headers: HttpHeaders }, name: string): string | undefined {
  return message.headers[name]?.join(',');
}

export function jsonResponse(status: number, body: unknown, headers: HttpHeaders = {}): HttpResponse {
  const text = JSON.stringify(body);
  return { status, headers: { 'content-type': ['application/json'], ...headers }, body: Buffer.from(text) };
}
