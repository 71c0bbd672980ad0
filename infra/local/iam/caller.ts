/** Who calls which service, read from the signature: the access key names the caller, the scope the service. */
import type { Call } from '../servers/http.ts';
import { formIn } from '../servers/s3-form.ts';

export type Caller = {
  /** Undefined when the call is not signed. */
  readonly accessKeyId: string | undefined;
  /** The service's signing name; undefined when the call does not tell. */
  readonly service: string | undefined;
};

/** The credential of a header, of a presigned URL or of a form; signatures themselves are not verified here. */
export function callerOf(call: Call): Caller {
  const header = call.headers.authorization ?? '';
  const presigned = new URL(call.url, 'http://gate').searchParams.get('X-Amz-Credential');
  const inForm = formIn(call)?.fields['x-amz-credential'];
  const credential = /Credential=([^,\s]+)/.exec(header)?.[1] ?? presigned ?? inForm;
  if (!credential) return { accessKeyId: undefined, service: unsignedService(call) };
  const [accessKeyId, , , service] = credential.split('/');
  return { accessKeyId, service };
}

/** Cognito's operations for tokens' bearers are sent unsigned; a browser's preflight can only be for S3. */
function unsignedService({ method, headers }: Call): string | undefined {
  if (String(headers['x-amz-target']).startsWith('AWSCognitoIdentityProviderService.')) return 'cognito-idp';
  return method === 'OPTIONS' ? 's3' : undefined;
}
