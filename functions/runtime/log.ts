/**
 * One JSON line for each thing worth knowing. A line is made of named facts only: never of a request's body, a
 * token, an address or a mail. Written past `console`, which Lambda would wrap a second time.
 */
type Fact = string | number | boolean | undefined;
type Level = 'info' | 'warn' | 'error';

export function log(level: Level, message: string, facts: Readonly<Record<string, Fact>> = {}): void {
  process.stdout.write(`${JSON.stringify({ level, message, time: new Date().toISOString(), ...facts })}\n`);
}

/** What may be told of an error: its name, and the code's path to it. Messages can quote data, so they are not told. */
export function factsOf(error: unknown): Record<string, Fact> {
  if (!(error instanceof Error)) return { error: typeof error };
  return {
    error: error.name,
    ...(isFromAws(error) ? { awsRequestId: error.$metadata.requestId } : {}),
    stack: framesOf(error).slice(0, 8).join('\n'),
  };
}

/** A stack begins with the message, which may have lines of its own that look like the code's path. */
function framesOf({ stack = '', message }: Error): string[] {
  const start = stack.indexOf(message);
  const frames = start < 0 ? stack : stack.slice(start + message.length);
  return frames.split('\n').filter(line => /^ {4}at .*:\d+:\d+\)?$/.test(line));
}

type AwsError = Error & { $metadata: { requestId?: string; httpStatusCode?: number } };

/** Whether a service of AWS has said so, rather than our own code. */
export function isFromAws(error: unknown): error is AwsError {
  return error instanceof Error && '$metadata' in error;
}

const transientNames = [
  'TimeoutError',
  'ThrottlingException',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'TooManyRequestsException',
  'InternalErrorException',
  'InternalServerError',
  'TransactionInProgressException',
  'ECONNREFUSED',
  'ECONNRESET',
];

/** Whether trying again later can help: an outage or a throttle, rather than a bug of ours. */
export function isTransient(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (transientNames.includes(error.name) || ('code' in error && transientNames.includes(String(error.code))))
    return true;
  return isFromAws(error) && (error.$metadata.httpStatusCode ?? 0) >= 500;
}
