/** How an invitation fares: where its mail is, and how long its link will open. */
import type { InvitationView } from '../../../shared/contract/invitations.ts';
import { usersTexts } from '../../texts/users.ts';
import { useHasCome } from '../../ui/now.ts';
import { Status, type Tone } from '../../ui/status.tsx';
import { Countdown } from '../../ui/time.tsx';
import { bounceReason } from './bounce-reason.ts';
import classes from './users.module.css';

type Delivery = NonNullable<InvitationView['delivery']>;

const deliveryTones: Readonly<Record<Delivery, Tone>> = {
  queued: 'faint',
  sent: 'accent',
  delivered: 'good',
  bounced: 'bad',
  complained: 'bad',
};

export function DeliveryWords({ invitation }: { invitation: InvitationView | undefined }) {
  if (!invitation?.delivery) return <span className={classes.none}>{usersTexts.users.notSent}</span>;
  const { delivery, deliveryDetail } = invitation;
  const word = <Status tone={deliveryTones[delivery]}>{usersTexts.delivery[delivery]}</Status>;
  if (!deliveryDetail) return word;
  return (
    <span className={classes.delivery}>
      {word}
      <span className={classes.detail} title={deliveryDetail}>
        {bounceReason(deliveryDetail)}
      </span>
    </span>
  );
}

/** What is left of a pending invitation, ticking; from its last second on, that it has expired. */
export function InvitationWords({ invitation }: { invitation: InvitationView | undefined }) {
  const ranOut = useHasCome(invitation?.expiresAt);
  if (!invitation) return null;
  const { state, expiresAt } = invitation;
  if (state === 'pending' && expiresAt && !ranOut)
    return <Countdown until={expiresAt} words={usersTexts.users.expiresIn} />;
  const shown = state === 'pending' ? 'expired' : state;
  return (
    <Status tone={shown === 'expired' ? 'waiting' : 'faint'}>{usersTexts.invitationStates[shown]}</Status>
  );
}
