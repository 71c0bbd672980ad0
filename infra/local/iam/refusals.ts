/** How AWS says no, in each service's own protocol. Always 4xx: the SDK repeats a call that failed with 5xx. */
import type { Answer, Call } from '../servers/http.ts';
import type { Service } from './map-call.ts';
import type { Need } from './needs.ts';
import { assumedRoleArn, type Principal, type Verdict } from './policies.ts';

/** Refused by a policy, or for want of one. */
export function accessDenied(
  service: Service,
  call: Call,
  principal: Principal,
  need: Need,
  verdict: Verdict,
): Answer {
  const who = assumedRoleArn(principal);
  if (service === 'ses' && protocolOf(service, call) === 'query') {
    // SES has kept its own wording.
    const message = `User \`${who}' is not authorized to perform \`${need.action}' on resource \`${need.resource}'`;
    return answer('query', { code: 'AccessDenied', status: 403, message });
  }
  const why =
    verdict === 'ExplicitlyDenied'
      ? 'with an explicit deny in an identity-based policy'
      : `because no identity-based policy allows the ${need.action} action`;
  const resource = service === 's3' ? `"${need.resource}"` : need.resource;
  const message = `User: ${who} is not authorized to perform: ${need.action} on resource: ${resource} ${why}`;
  const code = service === 's3' ? 'AccessDenied' : 'AccessDeniedException';
  return answer(protocolOf(service, call), { code, message, status: statusOf(service) });
}

/** The access key is nobody's. */
export function unknownKey(service: Service, call: Call): Answer {
  const protocol = protocolOf(service, call);
  if (protocol === 's3') {
    const message = 'The AWS Access Key Id you provided does not exist in our records.';
    return answer(protocol, { code: 'InvalidAccessKeyId', status: 403, message });
  }
  const code = protocol === 'query' ? 'InvalidClientTokenId' : 'UnrecognizedClientException';
  const message = 'The security token included in the request is invalid.';
  return answer(protocol, { code, message, status: statusOf(service) });
}

/** The call is not signed, and must be. */
export function notSigned(call: Call): Answer {
  const message = 'Request is missing Authentication Token';
  return answer(call.headers['x-amz-target'] ? 'json' : 's3', {
    code: 'MissingAuthenticationTokenException',
    message,
    status: 403,
  });
}

/** What the gate does not know it does not let pass: AWS might refuse it. */
export function notMapped(service: string, call: Call, operation: string): Answer {
  const message =
    `The local IAM gate does not know ${service} ${operation}, so it cannot tell whether AWS would allow it. ` +
    'Teach it the operation in infra/local/iam/actions.';
  const protocol = protocolOf(service, call);
  return answer(protocol, { code: 'NotMappedByLocalGate', message, status: 400 });
}

type Protocol = 'json' | 'rest-json' | 'query' | 's3';
type Refusal = { readonly code: string; readonly message: string; readonly status: number };

function protocolOf(service: string, { url }: Call): Protocol {
  if (service === 's3') return 's3';
  if (service !== 'ses') return 'json';
  return url.startsWith('/v2/') ? 'rest-json' : 'query';
}

function statusOf(service: Service): number {
  return service === 'dynamodb' || service === 'cognito-idp' || service === 'events' ? 400 : 403;
}

function answer(protocol: Protocol, { code, message, status }: Refusal): Answer {
  switch (protocol) {
    case 'json':
      return {
        status,
        headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amzn-errortype': code },
        body: JSON.stringify({ __type: code, message, Message: message }),
      };
    case 'rest-json':
      return {
        status,
        headers: { 'content-type': 'application/json', 'x-amzn-errortype': code },
        body: JSON.stringify({ message }),
      };
    case 'query': {
      const error = `<Error><Type>Sender</Type><Code>${code}</Code><Message>${escaped(message)}</Message></Error>`;
      return {
        status,
        headers: { 'content-type': 'text/xml' },
        body: `<ErrorResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/">${error}</ErrorResponse>`,
      };
    }
    case 's3': {
      const error = `<Error><Code>${code}</Code><Message>${escaped(message)}</Message></Error>`;
      return {
        status,
        headers: { 'content-type': 'application/xml' },
        body: `<?xml version="1.0" encoding="UTF-8"?>${error}`,
      };
    }
  }
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
