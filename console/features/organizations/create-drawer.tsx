/** Founding an organization: what it is, who looks after it, and who is invited first. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { CreateOrganization } from '../../../shared/contract/looked-after.ts';
import { call } from '../../api/api.ts';
import type { Staff } from '../../api/looked-after.ts';
import { problemOf } from '../../api/problem.ts';
import { organizationsTexts as words } from '../../texts/organizations.ts';
import { DrawerForm, FormDrawer, type Guard } from '../../ui/drawer-form.tsx';
import { useContractForm } from '../../ui/form.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { useIdempotencyKey } from '../../ui/idempotency-key.ts';
import { notify } from '../../ui/notices.tsx';
import { CareFields, OrganizationFields, OwnerFields } from './create-fields.tsx';
import { bodyOf, type CreateValues, emptyOrganization } from './create-values.ts';
import { showFounded } from './show-founded.ts';

type CreateProps = { staff: Staff; onClose: () => void };

export function CreateDrawer({ staff, onClose }: CreateProps) {
  const { title, discard } = words.creation;
  return (
    <FormDrawer title={title} discard={discard} onClose={onClose}>
      {guard => <CreateForm staff={staff} guard={guard} />}
    </FormDrawer>
  );
}

function CreateForm({ staff, guard }: { staff: Staff; guard: Guard }) {
  const client = useQueryClient();
  const keyFor = useIdempotencyKey();
  const form = useContractForm({
    initial: emptyOrganization,
    schema: CreateOrganization,
    body: values => bodyOf(values, staff),
    labels: words.labels,
    onChange: guard.note,
    send: values => creation.mutate(values),
    about: { 'not-found': 'lookedAfterBy' },
  });
  const creation = useMutation({
    mutationFn: (values: CreateValues) => {
      const input = bodyOf(values, staff);
      return call('create-organization', input, { idempotencyKey: keyFor(input) });
    },
    onSuccess: (founded, values) => {
      void showFounded(client, founded);
      guard.closeNow();
      notify(words.creation.done(founded.name, values['owner.email']));
    },
    onError: thrown => form.show(problemOf(thrown)),
  });
  const { submit } = words.creation;
  return (
    <DrawerForm form={form.props} submit={submit} busy={creation.isPending} onCancel={guard.close}>
      <FormProblem form={form} error={creation.error} />
      <OrganizationFields form={form} staff={staff} />
      <CareFields form={form} staff={staff} />
      <OwnerFields form={form} />
    </DrawerForm>
  );
}
