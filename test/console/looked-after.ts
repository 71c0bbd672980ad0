/** Operators, partners and the organizations that they look after, beside the demo. */
import {
  type Arranged,
  acceptBy,
  arrangeOrganization,
  arrangePending,
  freshEmail,
  invitee,
  profile,
  tokensTo,
} from '../harness/arrange.ts';
import { arrangeOperator } from '../harness/arrange-operator.ts';
import { arrangePartner, lookAfter } from '../harness/arrange-partner.ts';
import { ask, type Session } from '../harness/front.ts';
import type { ConsoleApi } from './api.ts';
import { emailOf, signInAs } from './people.ts';

const customers = [
  'Alder & Sons',
  'Alpine Outfitters',
  'Birchwood Clinics',
  'Bryggeriet København',
  'Cascade Freight',
  'Delmar Robotics and Automation Holding',
  'Evergreen Schools',
];

/** The organization that these users are in, beside its owner. */
const people = ['Ines Duarte', 'Piotr Zieliński', 'Maya Goldberg'];

export type Care = { operator: Session; partner: Arranged; customers: Arranged[] };

/** An operator, a partner that looks after the first three customers, and the others, the last of which is full. */
export async function arrangeCare({ front }: ConsoleApi): Promise<Care> {
  const operator = await arrangeOperator(front);
  const partner = await arrangePartner(front);
  const arranged: Arranged[] = [];
  for (const [at, name] of customers.entries()) {
    const plan = (['team', 'enterprise', 'starter'] as const)[at % 3];
    const customer = await arrangeOrganization(front, { name, plan, seats: at === 6 ? 1 : 25 * (at + 1) });
    if (at === 0) await bringIn(front, customer);
    if (at < 3) await lookAfter(front, customer.org, partner.org, { approves: at === 0 });
    arranged.push(customer);
  }
  return { operator, partner, customers: arranged };
}

/** Some are there, the last one is only invited. */
async function bringIn(front: ConsoleApi['front'], home: Arranged): Promise<void> {
  for (const [at, name] of people.entries()) {
    const [firstName = '', lastName = ''] = name.split(' ');
    const email = freshEmail(firstName.toLowerCase());
    const { token } = await arrangePending(front, home, { firstName, lastName, email });
    if (at < people.length - 1)
      await acceptBy(front, token, { profile: { ...profile, firstName, lastName } });
  }
}

/** Invites somebody of the demo to another organization; the token is in the mail. */
export async function inviteTo(api: ConsoleApi, firstName: string, to: Arranged): Promise<string> {
  const email = await emailOf(api, firstName);
  await ask(api.front, 'invite-user', { org: to.org, ...invitee(email) }, to.owner);
  return (await tokensTo(api.front, email)).at(-1) ?? '';
}

/** Somebody of the demo is in all the customers, too. */
export async function joinAll(api: ConsoleApi, firstName: string): Promise<Arranged[]> {
  const as = await signInAs(api, firstName);
  const joined: Arranged[] = [];
  for (const name of customers) {
    const organization = await arrangeOrganization(api.front, { name });
    await ask(api.front, 'accept-invitation', { token: await inviteTo(api, firstName, organization) }, as);
    joined.push(organization);
  }
  return joined;
}

/** Closes an organization as the operator does, or opens it again. */
export async function turn({ front }: ConsoleApi, deed: 'suspend' | 'resume', org: string): Promise<void> {
  const { status, body } = await ask(front, `${deed}-organization`, { org }, await arrangeOperator(front));
  if (status !== 200) throw new Error(JSON.stringify(body));
}
