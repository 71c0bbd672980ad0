/** Editing a user: a drawer that keeps what was typed, also where somebody else has saved meanwhile. */

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { EditUser, type UserView } from '../../../shared/contract/users.ts';
import type { Actor } from '../../api/actor.ts';
import { problemOf } from '../../api/problem.ts';
import { queries } from '../../api/queries.ts';
import { permissionTexts } from '../../texts/permissions.ts';
import { t } from '../../texts/texts.ts';
import { userDeedsTexts } from '../../texts/user-deeds.ts';
import { usersTexts } from '../../texts/users.ts';
import { ChangedMeanwhile } from '../../ui/changed-meanwhile.tsx';
import { DrawerForm, FormDrawer, type Guard } from '../../ui/drawer-form.tsx';
import { type ContractForm, useContractForm } from '../../ui/form.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import type { Meanwhile } from '../../ui/meanwhile.ts';
import { notify } from '../../ui/notices.tsx';
import rights from './rights.module.css';
import { RightsSection } from './rights-section.tsx';
import { useOwnHoldings } from './use-own-holdings.ts';
import { useRightsWords } from './use-rights-words.ts';
import { useSaveUser } from './use-save-user.ts';
import { AccessFields, NameFields, RoleField, ShownAsFields } from './user-fields.tsx';
import { changesIn, type UserValues, valuesOf } from './user-values.ts';

type EditProps = { user: UserView; actor: Actor };

export function EditDrawer({ onClose, ...props }: EditProps & { onClose: () => void }) {
  const { title, discard } = userDeedsTexts.edit;
  return (
    <FormDrawer title={title(props.user.displayName)} discard={discard} onClose={onClose}>
      {guard => <EditForm {...props} guard={guard} />}
    </FormDrawer>
  );
}

function EditForm({ user, actor, guard }: EditProps & { guard: Guard }) {
  // What the form began with: a newer answer does not change what somebody is typing.
  const [base, setBase] = useState(user);
  const [meanwhile, setMeanwhile] = useState<Meanwhile<UserValues>[]>([]);
  const form = useContractForm({
    initial: valuesOf(base),
    schema: EditUser,
    body: values => changesIn(values, base),
    labels: usersTexts.userLabels,
    onChange: guard.note,
    send: values => save.mutate(values),
    about: refusedAt,
  });
  const save = useSaveUser(base, {
    onSaved: ({ displayName }) => {
      guard.closeNow();
      notify(userDeedsTexts.edit.saved(displayName));
    },
    onStale: stale => {
      setBase(stale.theirs);
      setMeanwhile(stale.meanwhile);
      form.setAll(stale.values);
    },
    onRefused: thrown => form.show(problemOf(thrown)),
  });
  const rightsWords = useRightsWords(user.organization, meanwhile.length > 0);
  const changed = JSON.stringify(form.values) !== JSON.stringify(valuesOf(base));
  return (
    <DrawerForm
      form={form.props}
      submit={userDeedsTexts.edit.save}
      busy={save.isPending}
      disabled={!changed}
      onCancel={guard.close}
    >
      <FormProblem form={form} error={save.error} />
      {meanwhile.length > 0 && (
        <ChangedMeanwhile
          key={base.version}
          meanwhile={meanwhile}
          label={field => usersTexts.userLabels[field]}
          words={(field, value) => rightsWords(field, value) ?? wordsOf(field, value)}
          onTake={({ field, theirs }) => {
            form.set(field, theirs as never); // a value of that very field
            setMeanwhile(meanwhile.filter(change => change.field !== field));
          }}
        />
      )}
      <EditFields form={form} user={base} actor={actor} />
    </DrawerForm>
  );
}

function EditFields({ form, user, actor }: EditProps & { form: ContractForm<UserValues> }) {
  const organization = useQuery(queries.organization(user.organization)).data;
  const holdings = useOwnHoldings(user.organization, actor);
  const isOwn = user.id === actor.id;
  const ownRole = isOwn ? userDeedsTexts.userFields.ownRole : undefined;
  const loses = form.values.role !== 'user' && user.projects.map(({ name }) => name).join(', ');
  return (
    <>
      <NameFields form={form} />
      <ShownAsFields form={form} />
      <RoleField form={form} actor={actor} fixed={ownRole} />
      {loses && <p className={rights.lost}>{permissionTexts.editor.projectsLost(loses)}</p>}
      {holdings && (
        <RightsSection
          form={form}
          org={user.organization}
          holdings={holdings}
          user={user}
          fixed={isOwn ? permissionTexts.editor.own : undefined}
        />
      )}
      <AccessFields form={form} organization={organization} user={user} />
    </>
  );
}

/** The field that a refusal is about. */
const refusedAt = {
  'username-taken': 'username',
  'own-account': 'role',
  'last-owner': 'role',
  'beyond-own-access': 'access',
  'project-needs-role-user': 'projects',
  'plan-lacks-api-access': 'apiAccess',
  'api-access-excludes-mfa': 'apiAccess',
  'not-home': 'apiAccess',
} as const;

function wordsOf(field: keyof UserValues, value: UserValues[keyof UserValues]): string {
  if (typeof value === 'boolean') return value ? t.yes : t.no;
  if (field === 'role') return t.roles[value as keyof typeof t.roles].name; // the API names no other
  if (value === '') return field === 'displayName' ? userDeedsTexts.edit.plainName : t.meanwhile.empty;
  return String(value);
}
