/** Where the local cloud pretends to be: what its ARNs, ids and refusals say. */
export type Place = { readonly region: string; readonly account: string };

/** The account of DynamoDB Local and of the local queues; a region where everything the template uses exists. */
export const defaultPlace: Place = { region: 'us-east-1', account: '000000000000' };

/** What every call on this machine is signed with, whoever makes it; the access key says who. */
export const secretAccessKey = 'local';

/** `arn:aws:<service>:<region>:<account>:<resource>` */
export function arn(place: Place, service: string, resource: string): string {
  return `arn:aws:${service}:${place.region}:${place.account}:${resource}`;
}
