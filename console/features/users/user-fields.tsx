/** The fields of a user, as they stand in the drawers that invite and edit. */

import { Radio, Switch, TextInput } from '@mantine/core';
import { invitableRoles } from '../../../shared/contract/roles.ts';
import type { Actor } from '../../api/actor.ts';
import { t } from '../../texts/texts.ts';
import { userDeedsTexts } from '../../texts/user-deeds.ts';
import { usersTexts } from '../../texts/users.ts';
import fields from '../../ui/fields.module.css';
import type { ContractForm } from '../../ui/form.ts';
import { accessNotes, type Circumstances } from './access-notes.ts';
import classes from './user-drawer.module.css';
import type { UserValues } from './user-values.ts';

/** As much of a form as these fields need, whatever else it holds. */
type Form = Pick<ContractForm<UserValues>, 'values' | 'text' | 'choice' | 'checkbox'>;

export function NameFields({ form }: { form: Form }) {
  const { firstName, lastName } = usersTexts.userLabels;
  return (
    <div className={fields.two}>
      <TextInput {...form.text('firstName')} label={firstName} autoComplete="off" data-autofocus />
      <TextInput {...form.text('lastName')} label={lastName} autoComplete="off" />
    </div>
  );
}

export function ShownAsFields({ form }: { form: Form }) {
  const { displayName, username } = usersTexts.userLabels;
  const { firstName, lastName } = form.values;
  return (
    <div className={fields.two}>
      <TextInput
        {...form.text('displayName')}
        label={displayName}
        description={userDeedsTexts.userFields.displayNameWhy}
        placeholder={`${firstName} ${lastName}`.trim()}
        autoComplete="off"
      />
      <TextInput
        {...form.text('username')}
        label={username}
        description={userDeedsTexts.userFields.usernameWhy}
        autoComplete="off"
      />
    </div>
  );
}

type RoleProps = { form: Form; actor: Actor /** Why it cannot be changed. */; fixed?: string };

/** Only roles that this actor may hand out. */
export function RoleField({ form, actor, fixed }: RoleProps) {
  return (
    <Radio.Group {...form.choice('role')} label={usersTexts.userLabels.role} description={fixed}>
      <div className={classes.roles}>
        {invitableRoles(actor.role)
          .toReversed()
          .map(role => (
            <Radio
              key={role}
              value={role}
              label={t.roles[role].name}
              description={t.roles[role].may}
              disabled={fixed !== undefined}
            />
          ))}
      </div>
    </Radio.Group>
  );
}

/** What excludes what is said before anything is sent. */
export function AccessFields({ form, ...circumstances }: { form: Form } & Circumstances) {
  const { requireMfa, apiAccess } = accessNotes(form.values, circumstances);
  return (
    <>
      <Switch
        {...form.checkbox('requireMfa')}
        label={usersTexts.userLabels.requireMfa}
        description={requireMfa.why}
        disabled={requireMfa.disabled}
      />
      <Switch
        {...form.checkbox('apiAccess')}
        label={usersTexts.userLabels.apiAccess}
        description={apiAccess.why}
        disabled={apiAccess.disabled}
      />
    </>
  );
}
