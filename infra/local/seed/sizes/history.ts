/** What has become of somebody in a crowd: when they were invited, whether they came, and when they were seen last. */
import { InvitationId } from '../../../../shared/contract/ids.ts';
import type { Language, Time } from '../../../../shared/contract/text.ts';
import type { Invitation, User } from '../../../../shared/domain/model.ts';
import { plusMinutes } from '../../../../shared/domain/time.ts';
import type { Chance } from './chance.ts';
import type { Crowd } from './crowd.ts';

type Story = Pick<User, 'status' | 'seated' | 'createdAt' | 'delivery' | 'lastActiveAt'> & {
  invitation: Invitation;
};

/** In minutes. */
const day = 24 * 60;
const year = 365 * day;
const life = 7 * day;
/** Longer ago nobody was invited. */
export const oldest = 3 * year;

export function historyOf(chance: Chance, crowd: Crowd, language: Language): Story {
  const fate = chance.among({ active: 0.82, inactive: 0.06, archived: 0.04, pending: 0.05, expired: 0.02 });
  if (fate === 'pending') return invited(chance, crowd, language, chance.below(life - day));
  if (fate === 'expired') return invited(chance, crowd, language, life + chance.below(60 * day));
  return accepted(chance, crowd, language, fate);
}

/** Sent some minutes ago, now and then not at all. */
function invited(
  chance: Chance,
  { inviter, organization, now }: Crowd,
  language: Language,
  ago: number,
): Story {
  const createdAt = plusMinutes(now, -ago);
  const waits = { ...begun(chance, { inviter, organization, language }), generation: 0 };
  if (ago < life && chance.often(0.2))
    return { status: 'invited', seated: false, createdAt, invitation: waits };
  const expiresAt = plusMinutes(createdAt, life);
  const state = chance.among({ bounced: 0.06, complained: 0.01, sent: 0.03, delivered: 0.9 });
  return {
    ...{ status: 'invited', seated: expiresAt > now, createdAt },
    delivery: { generation: 1, state, at: createdAt },
    invitation: { ...waits, generation: 1, sentAt: createdAt, expiresAt },
  };
}

function accepted(
  chance: Chance,
  { inviter, organization, now }: Crowd,
  language: Language,
  status: 'active' | 'inactive' | 'archived',
): Story {
  const ago = Math.floor(life + chance.next() ** 1.5 * (oldest - life));
  const createdAt = plusMinutes(now, -ago);
  const acceptedAt = plusMinutes(createdAt, chance.below(life));
  return {
    ...{ status, seated: status === 'active', createdAt },
    lastActiveAt: lastSeen(chance, acceptedAt, now),
    delivery: { generation: 1, state: 'delivered', at: createdAt },
    invitation: {
      ...begun(chance, { inviter, organization, language }),
      ...{ generation: 1, sentAt: createdAt, expiresAt: plusMinutes(createdAt, life), acceptedAt },
    },
  };
}

/** Most of them lately, the others over a year. */
function lastSeen(chance: Chance, acceptedAt: Time, now: Time): Time {
  const seen = plusMinutes(now, -Math.floor(chance.next() ** 3 * year) - 1);
  return seen > acceptedAt ? seen : acceptedAt;
}

type From = Pick<Crowd, 'inviter' | 'organization'> & { language: Language };

function begun(chance: Chance, { inviter, organization, language }: From) {
  return {
    id: InvitationId.parse(`inv_${chance.id()}`),
    lifeMinutes: life,
    invitedBy: inviter,
    vouchers: [{ organization, person: inviter }],
    language,
  };
}
