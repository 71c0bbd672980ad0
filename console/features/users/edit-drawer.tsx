/** Editing a user: a drawer that keeps what was typed, also where somebody else has saved meanwhile. */
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { EditUser, type UserView } from '../../../shared/contract/users.ts';
import type { Actor } from '../../api/actor.ts';
import { problemOf } from '../../api/problem.ts';
import { queries } from '../../api/queries.ts';
import { t } from '../../texts/texts.ts';
import { ChangedMeanwhile } from '../../ui/changed-meanwhile.tsx';
import { Drawer } from '../../ui/drawer.tsx';
import { type ContractForm, useContractForm } from '../../ui/form.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import type { Meanwhile } from '../../ui/meanwhile.ts';
import { notify } from '../../ui/notices.tsx';
import { useReturnFocus } from '../../ui/return-focus.ts';
import { DiscardDialog, useUnsavedGuard } from '../../ui/unsaved.tsx';
import { useSaveUser } from './use-save-user.ts';
import classes from './user-drawer.module.css';
import { AccessFields, NameFields, RoleField, ShownAsFields } from './user-fields.tsx';
import { changesIn, type UserValues, valuesOf } from './user-values.ts';

type EditProps = { user: UserView; actor: Actor };

export function EditDrawer({ onClose, ...props }: EditProps & { onClose: () => void }) {
  const guard = useUnsavedGuard(onClose);
  useReturnFocus();
  return (
    <Drawer opened onClose={guard.close} title={t.edit.title(props.user.displayName)} width={480}>
      <EditForm {...props} onChange={guard.note} onCancel={guard.close} onDone={guard.closeNow} />
      {guard.asking && <DiscardDialog text={t.edit.discard} onKeep={guard.keep} onDiscard={guard.discard} />}
    </Drawer>
  );
}

type FormProps = EditProps & {
  onChange: (dirty: boolean) => void;
  onCancel: () => void;
  onDone: () => void;
};

function EditForm({ user, actor, onChange, onCancel, onDone }: FormProps) {
  // What the form began with: a newer answer does not change what somebody is typing.
  const [base, setBase] = useState(user);
  const [meanwhile, setMeanwhile] = useState<Meanwhile<UserValues>[]>([]);
  const form = useContractForm({
    initial: valuesOf(base),
    schema: EditUser,
    body: values => changesIn(values, base),
    labels: t.userLabels,
    onChange,
    send: values => save.mutate(values),
    about: refusedAt,
  });
  const save = useSaveUser(base, {
    onSaved: ({ displayName }) => {
      onDone();
      notify(t.edit.saved(displayName));
    },
    onStale: stale => {
      setBase(stale.theirs);
      setMeanwhile(stale.meanwhile);
      form.setAll(stale.values);
    },
    onRefused: thrown => form.show(problemOf(thrown)),
  });
  const changed = JSON.stringify(form.values) !== JSON.stringify(valuesOf(base));
  return (
    <form {...form.props} className={classes.form}>
      <div className={classes.content}>
        <FormProblem form={form} error={save.error} />
        {meanwhile.length > 0 && (
          <ChangedMeanwhile
            key={base.version}
            meanwhile={meanwhile}
            label={field => t.userLabels[field]}
            words={wordsOf}
            onTake={({ field, theirs }) => {
              form.set(field, theirs as never); // a value of that very field
              setMeanwhile(meanwhile.filter(change => change.field !== field));
            }}
          />
        )}
        <EditFields form={form} user={base} actor={actor} />
      </div>
      <div className={classes.footer}>
        <Button variant="default" onClick={onCancel}>
          {t.cancel}
        </Button>
        <Button type="submit" loading={save.isPending} disabled={!changed}>
          {t.edit.save}
        </Button>
      </div>
    </form>
  );
}

function EditFields({ form, user, actor }: EditProps & { form: ContractForm<UserValues> }) {
  const organization = useQuery(queries.organization(user.organization)).data;
  const ownRole = user.id === actor.id ? t.userFields.ownRole : undefined;
  return (
    <>
      <NameFields form={form} />
      <ShownAsFields form={form} />
      <RoleField form={form} actor={actor} fixed={ownRole} />
      <AccessFields form={form} organization={organization} user={user} />
    </>
  );
}

/** The field that a refusal is about. */
const refusedAt = {
  'username-taken': 'username',
  'own-account': 'role',
  'last-owner': 'role',
  'plan-lacks-api-access': 'apiAccess',
  'api-access-excludes-mfa': 'apiAccess',
  'not-home': 'apiAccess',
} as const;

function wordsOf(field: keyof UserValues, value: string | boolean): string {
  if (typeof value === 'boolean') return value ? t.yes : t.no;
  if (field === 'role' && value in t.roles) return t.roles[value as keyof typeof t.roles].name;
  if (value === '') return field === 'displayName' ? t.edit.plainName : t.meanwhile.empty;
  return value;
}
