/** Founding an organization, by those who look after it from then on. */
import type { OrganizationId } from '../contract/ids.ts';
import type { CreateOrganization, LookedAfterView } from '../contract/looked-after.ts';
import type { FieldError } from '../contract/problems.ts';
import type { OrganizationActor } from './actor.ts';
import { type Decision, refuse } from './decision.ts';
import { decideFound, type Founding, foundedOrganization } from './found.ts';
import { viewLookedAfter } from './looked-after.ts';
import type { Organization } from './model.ts';

export type CreateCase = Pick<Founding, 'fresh' | 'now' | 'known' | 'reservation' | 'claimant'> & {
  actor: OrganizationActor;
  wish: CreateOrganization;
  /** Its id. */
  id: OrganizationId;
  /** The organization that is wished to look after it. */
  lookedAfterBy: Organization | undefined;
};

/** What a partner founds, it looks after itself; the operator says who does, and alone founds partners. */
export function decideCreate(
  it: CreateCase,
): Decision<LookedAfterView, 'not-allowed' | 'validation-failed' | 'changed-meanwhile'> {
  const { actor, wish, now } = it;
  const isPartner = actor.kind === 'partner';
  if (isPartner && wish.kind === 'partner')
    return refuse('not-allowed', { detail: 'Only the SaaS company founds partners.' });
  const partner = isPartner ? actor.organization : it.lookedAfterBy;
  const errors = carerErrors(it, partner);
  if (errors.length > 0) return refuse('validation-failed', { errors });
  const organization = foundedOrganization({ organization: facts(it, partner), now });
  const { fresh, known, reservation, claimant } = it;
  const founded = decideFound({
    // An owner is above most who found; so nobody in particular stands for what the first one is to hold.
    actor: { kind: 'system', name: 'founding' },
    organization: facts(it, partner),
    owner: wish.owner,
    ...{ fresh, known, reservation, claimant, now },
  });
  // There is nothing yet in the organization that could stand in the way.
  if (!founded.ok) throw new Error(`A new organization refuses its owner: ${founded.failure.kind}`);
  const answer = viewLookedAfter(organization, { counters: { seats: 1, invited: 1 }, partner });
  return { ...founded, answer };
}

function facts({ actor, wish, id }: CreateCase, partner: Organization | undefined): Founding['organization'] {
  const { name, kind, plan, seats, language = actor.organization.language } = wish;
  const approvingPartner = wish.needsApproval ? partner?.id : undefined;
  return { id, name, kind, plan, seats, language, partner: partner?.id, approvingPartner };
}

/** What is wrong with whoever is to look after it. */
function carerErrors({ wish }: CreateCase, partner: Organization | undefined): FieldError[] {
  const { lookedAfterBy, kind, needsApproval } = wish;
  if (lookedAfterBy && kind === 'partner')
    return [carerError('not-for-partners', 'is not for a partner: nobody looks after one')];
  if (lookedAfterBy && (partner?.id !== lookedAfterBy || partner.kind !== 'partner'))
    return [carerError('unknown-partner', 'is not a partner that you can put in charge')];
  if (!needsApproval || partner) return [];
  const message = 'needs a partner who approves: name it in lookedAfterBy';
  return [{ pointer: '/needsApproval', code: 'needs-partner', message }];
}

const carerError = (code: string, message: string): FieldError => ({
  pointer: '/lookedAfterBy',
  code,
  message,
});
