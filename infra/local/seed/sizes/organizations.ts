/** Very many organizations: each with an owner and nobody else. */
import { type Item, itemOf } from '../../../../shared/adapters/dynamo/items.ts';
import { GroupId, OrganizationId, PersonId } from '../../../../shared/contract/ids.ts';
import type { Time } from '../../../../shared/contract/text.ts';
import { foundedOrganization } from '../../../../shared/domain/found.ts';
import { Counters, type Organization } from '../../../../shared/domain/model.ts';
import { plusMinutes } from '../../../../shared/domain/time.ts';
import { countersMoved } from '../../../../shared/domain/user.ts';
import { type Chance, chanceOf } from './chance.ts';
import { type Member, memberOf } from './crowd.ts';
import { oldest } from './history.ts';
import { besidesOf, listedOf } from './stored.ts';

type Many = { first: number; count: number; seed: number; now: Time };

/** Everything that is stored of them. */
export function manyOrganizations({ first, count, ...of }: Many): Item[] {
  return Array.from({ length: count }, (_, i) => storedOf(first + i, of)).flat();
}

function storedOf(number: number, { seed, now }: Pick<Many, 'seed' | 'now'>): Item[] {
  const chance = chanceOf(seed + 1, number);
  const id = OrganizationId.parse(`org_${chance.id()}`);
  const organization = organizationOf(id, number, { chance, now });
  const owner = ownerOf(id, number, { seed, now });
  const counted = countersMoved(undefined, owner.user);
  const counters = Counters.parse({ type: 'counters', organization: id, ...counted });
  const nothing = { policy: undefined, groups: [], projects: [] };
  return [itemOf(organization), itemOf(counters), ...listedOf(owner), ...besidesOf(owner, nothing)];
}

const first = [
  'Amber',
  'Bright',
  'Cedar',
  'Delta',
  'Ever',
  'Fern',
  'Granite',
  'Harvest',
  'Iron',
  'Juniper',
] as const;
const second = [
  'Bridge',
  'Coast',
  'Field',
  'Gate',
  'Hill',
  'Lake',
  'Mill',
  'Point',
  'Ridge',
  'Stone',
] as const;
const third = [
  'Analytics',
  'Bank',
  'Clinic',
  'Foods',
  'Labs',
  'Logistics',
  'Media',
  'Press',
  'Works',
] as const;

function organizationOf(
  id: OrganizationId,
  number: number,
  { chance, now }: { chance: Chance; now: Time },
): Organization {
  const name = `${chance.pick(first)} ${chance.pick(second)} ${chance.pick(third)} ${number + 1}`;
  return foundedOrganization({
    organization: {
      ...{ id, name, kind: 'customer', language: chance.pick(['en', 'de', 'fr', 'es']), seats: 25 },
      plan: chance.among({ starter: 0.7, team: 0.25, enterprise: 0.05 }),
    },
    now: plusMinutes(now, -oldest),
  });
}

/** Of those who could be, the first who is in. */
function ownerOf(
  organization: OrganizationId,
  number: number,
  { seed, now }: Pick<Many, 'seed' | 'now'>,
): Member {
  const nobody = PersonId.parse(`usr_${'0'.repeat(26)}`);
  const crowd = {
    ...{
      organization,
      inviter: nobody,
      contractors: organization,
      board: GroupId.parse(`grp_${'0'.repeat(26)}`),
    },
    ...{ domain: `company${number + 1}.example.net`, groups: [], projects: [], customRoles: [], now },
  };
  for (let turn = 0; ; turn++) {
    const member = memberOf({ ...crowd, seed: seed + 2 + number }, 1000 + turn);
    const { user } = member;
    if (user.status !== 'active' || !user.home || !user.invitation) continue;
    const invitation = { ...user.invitation, invitedBy: undefined, vouchers: [] };
    return { ...member, user: { ...user, role: 'owner', projects: [], groups: [], invitation } };
  }
}
