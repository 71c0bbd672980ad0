/** SES: a send is an action on the identity that it is sent by and on the configuration set that it is sent with. */
import type { Call } from '../../servers/http.ts';
import { addressOf, type Outgoing, readOutgoing } from '../../servers/mail/outgoing.ts';
import { arnOf, type Context, type Mapped, type MapWorld, need } from '../needs.ts';

export function mapSes(call: Call, world: MapWorld): Mapped {
  const outgoing = readOutgoing(call);
  if (outgoing) return { operation: 'SendEmail', needs: needsOf(outgoing, world) };
  if (call.method === 'GET' && call.url === '/v2/email/account') {
    return { operation: 'GetAccount', needs: [need('ses:GetAccount', '*')] };
  }
  return { operation: operationOf(call), needs: undefined };
}

function needsOf(outgoing: Outgoing, { place, identityOf }: MapWorld) {
  const { source, configurationSet } = outgoing;
  const context = contextOf(outgoing);
  const identity = arnOf(place, 'ses', 'identity/', identityOf(source));
  const set = configurationSet && arnOf(place, 'ses', 'configuration-set/', configurationSet);
  return [identity, ...(set ? [set] : [])].map(resource => need('ses:SendEmail', resource, context));
}

function contextOf({ source, recipients, api }: Outgoing): Context {
  const [, name] = /^\s*"?([^"<]*?)"?\s*</.exec(source) ?? [];
  return {
    'ses:ApiVersion': api === 'v1' ? '1' : '2',
    'ses:FromAddress': addressOf(source),
    'ses:Recipients': recipients.map(addressOf),
    ...(name ? { 'ses:FromDisplayName': name } : {}),
  };
}

function operationOf({ method, url, body }: Call): string {
  const action = new URLSearchParams(body.toString()).get('Action');
  return url === '/' && action ? action : `${method} ${url.split('?')[0]}`;
}
