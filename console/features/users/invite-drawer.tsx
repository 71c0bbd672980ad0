/** Inviting somebody: a drawer that does not lose what was typed. */

import { Skeleton } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { InviteUser } from '../../../shared/contract/users.ts';
import type { Actor } from '../../api/actor.ts';
import { call } from '../../api/api.ts';
import { problemOf } from '../../api/problem.ts';
import { queries } from '../../api/queries.ts';
import { showUser } from '../../api/user-cache.ts';
import { userDeedsTexts } from '../../texts/user-deeds.ts';
import { usersTexts } from '../../texts/users.ts';
import { Drawer } from '../../ui/drawer.tsx';
import { DrawerForm, type Guard } from '../../ui/drawer-form.tsx';
import { useContractForm } from '../../ui/form.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { useIdempotencyKey } from '../../ui/idempotency-key.ts';
import { notify } from '../../ui/notices.tsx';
import { DiscardDialog, useUnsavedGuard } from '../../ui/unsaved.tsx';
import type { OwnHoldings } from './givable.ts';
import { InviteFields } from './invite-fields.tsx';
import { bodyOf, emptyInvite, type InviteValues } from './invite-values.ts';
import { useOwnHoldings } from './use-own-holdings.ts';

type InviteProps = { org: string; actor: Actor; onInvited: () => void };

export function InviteDrawer({
  opened,
  onClose,
  ...props
}: InviteProps & { opened: boolean; onClose: () => void }) {
  const guard = useUnsavedGuard(onClose);
  const holdings = useOwnHoldings(props.org, props.actor);
  return (
    <Drawer opened={opened} onClose={guard.close} title={userDeedsTexts.invite.title} width={480}>
      {holdings ? (
        <InviteForm {...props} holdings={holdings} guard={guard} />
      ) : (
        <Skeleton height={240} aria-busy="true" />
      )}
      {guard.asking && (
        <DiscardDialog text={userDeedsTexts.invite.discard} onKeep={guard.keep} onDiscard={guard.discard} />
      )}
    </Drawer>
  );
}

type FormProps = InviteProps & { holdings: OwnHoldings; guard: Guard };

function InviteForm({ org, actor, holdings, onInvited, guard }: FormProps) {
  const client = useQueryClient();
  const keyFor = useIdempotencyKey();
  const organization = useQuery(queries.organization(org)).data;
  const form = useContractForm({
    initial: { ...emptyInvite, access: holdings === 'everything' ? 'all' : 'custom' },
    schema: InviteUser,
    body: values => bodyOf(values, org),
    labels: usersTexts.userLabels,
    onChange: guard.note,
    send: values => invite.mutate(values),
    about: {
      'already-member': 'email',
      'beyond-own-access': 'access',
      'project-needs-role-user': 'projects',
      'username-taken': 'username',
      'plan-lacks-api-access': 'apiAccess',
      'api-access-excludes-mfa': 'apiAccess',
    },
  });
  const invite = useMutation({
    mutationFn: (values: InviteValues) => {
      const input = bodyOf(values, org);
      return call('invite-user', input, { idempotencyKey: keyFor(input) });
    },
    onSuccess: (user, { sendInvitation }) => {
      void showUser(client, user);
      guard.closeNow();
      onInvited();
      notify(
        sendInvitation
          ? userDeedsTexts.invite.sent(user.email)
          : userDeedsTexts.invite.created(user.displayName),
      );
    },
    onError: thrown => form.show(problemOf(thrown)),
  });
  return (
    <DrawerForm
      form={form.props}
      submit={form.values.sendInvitation ? userDeedsTexts.invite.submit : userDeedsTexts.invite.create}
      busy={invite.isPending}
      onCancel={guard.close}
    >
      <FormProblem form={form} error={invite.error} />
      <InviteFields form={form} org={org} actor={actor} holdings={holdings} organization={organization} />
    </DrawerForm>
  );
}
