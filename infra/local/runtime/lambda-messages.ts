/** What a Lambda's thread and its keeper say to each other. */

/** Given to a thread when it starts. */
export type ThreadStart = {
  /** The unpacked bundle's directory and the handler in it, as `index.handler`. */
  readonly directory: string;
  readonly handler: string;
  readonly clockOffset: SharedArrayBuffer;
};

export type Ask = {
  readonly requestId: string;
  /** The event as JSON: what does not survive JSON does not reach a Lambda either. */
  readonly event: string;
  readonly timeoutMilliseconds: number;
  readonly function: { readonly name: string; readonly arn: string; readonly memorySize: number };
};

export type LambdaError = {
  readonly errorType: string;
  readonly errorMessage: string;
  readonly trace?: readonly string[];
};

export type Told =
  | { readonly kind: 'ready' }
  | { readonly kind: 'answered'; readonly requestId: string; readonly payload: string }
  | { readonly kind: 'failed'; readonly requestId: string; readonly error: LambdaError };

/** What an invocation came to. `payload` is the handler's result after JSON. */
export type Outcome =
  | { readonly ok: true; readonly payload: unknown }
  | { readonly ok: false; readonly error: LambdaError };

/** What the runtime prints of a failure where a function's logs are in JSON. */
export function errorLine(requestId: string | undefined, message: LambdaError): string {
  return JSON.stringify({ timestamp: new Date().toISOString(), level: 'ERROR', requestId, message });
}
