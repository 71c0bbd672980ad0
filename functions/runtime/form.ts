/** The form of a token request, with the client's name and secret wherever they stand (RFC 6749, section 2.3.1). */
import { type Failure, refuse } from '../../shared/domain/decision.ts';
import { type GatewayEvent, header } from './request.ts';

type Sent = { ok: true; fields: Record<string, unknown> } | { ok: false; failure: Failure };

/** What is empty counts as left out, and nothing may stand twice (sections 3.1 and 3.2). */
export function formIn(text: string, event: GatewayEvent): Sent {
  const form = new URLSearchParams(text);
  const names = [...form.keys()];
  if (new Set(names).size < names.length)
    return refuse('malformed-request', { detail: 'A parameter stands twice.' });
  const fields = Object.fromEntries([...form].filter(([, value]) => value !== ''));
  const basic = basicIn(event);
  if (!basic) return { ok: true, fields };
  const isOther = 'client_id' in fields && fields.client_id !== basic.client_id;
  if (isOther || 'client_secret' in fields)
    return refuse('malformed-request', {
      detail: 'The client names itself twice: in the header and in the form.',
    });
  return { ok: true, fields: { ...fields, ...basic } };
}

function basicIn(event: GatewayEvent): { client_id: string; client_secret: string } | undefined {
  const encoded = /^Basic ([A-Za-z0-9+/=]+)$/i.exec(header(event, 'authorization') ?? '')?.[1];
  if (!encoded) return undefined;
  const [id = '', ...secret] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  return { client_id: formDecoded(id), client_secret: formDecoded(secret.join(':')) };
}

function formDecoded(text: string): string {
  return new URLSearchParams(`v=${text}`).get('v') ?? '';
}
