/** The fields of an invitation: the few that everybody fills in, and the others folded away. */
import { Button, Collapse, NativeSelect, Radio, Switch, Textarea, TextInput } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useState } from 'react';
import type { OrganizationView } from '../../../shared/contract/organizations.ts';
import { invitableRoles } from '../../../shared/contract/roles.ts';
import { Language } from '../../../shared/contract/text.ts';
import type { Actor } from '../../api/actor.ts';
import { t } from '../../texts/texts.ts';
import fields from '../../ui/fields.module.css';
import type { ContractForm } from '../../ui/form.ts';
import { formatMinutes, languageName } from '../../ui/format.ts';
import { lifeChoices } from '../../ui/life.ts';
import classes from './invite-drawer.module.css';
import { foldedFields, type InviteValues } from './invite-values.ts';

type FieldsProps = {
  form: ContractForm<InviteValues>;
  actor: Actor;
  organization: OrganizationView | undefined;
};

export function InviteFields({ form, actor, organization }: FieldsProps) {
  const { labels } = t.invite;
  const [wanted, setWanted] = useState(false);
  const unfolded = wanted || foldedFields.some(field => field in form.errors);
  const Chevron = unfolded ? IconChevronUp : IconChevronDown;
  return (
    <>
      <div className={fields.two}>
        <TextInput {...form.text('firstName')} label={labels.firstName} autoComplete="off" data-autofocus />
        <TextInput {...form.text('lastName')} label={labels.lastName} autoComplete="off" />
      </div>
      <TextInput {...form.text('email')} label={labels.email} type="email" autoComplete="off" />
      <RoleField form={form} actor={actor} />
      <Switch
        {...form.checkbox('sendInvitation')}
        label={t.invite.sendNow}
        description={t.invite.sendNowWhy}
      />
      <Button
        className={classes.more}
        variant="subtle"
        size="compact-sm"
        aria-expanded={unfolded}
        aria-controls="invite-more"
        rightSection={<Chevron size={14} aria-hidden="true" />}
        onClick={() => setWanted(!unfolded)}
      >
        {t.invite.more}
      </Button>
      <Collapse id="invite-more" expanded={unfolded}>
        <FoldedFields form={form} organization={organization} />
      </Collapse>
    </>
  );
}

/** Only roles that this actor may hand out. */
function RoleField({ form, actor }: Pick<FieldsProps, 'form' | 'actor'>) {
  return (
    <Radio.Group {...form.choice('role')} label={t.invite.labels.role}>
      <div className={classes.roles}>
        {invitableRoles(actor.role)
          .toReversed()
          .map(role => (
            <Radio key={role} value={role} label={t.roles[role].name} description={t.roles[role].may} />
          ))}
      </div>
    </Radio.Group>
  );
}

function FoldedFields({ form, organization }: Pick<FieldsProps, 'form' | 'organization'>) {
  const { labels } = t.invite;
  const usual = organization && t.invite.usualLife(formatMinutes(organization.invitationLifeMinutes));
  return (
    <div className={classes.folded}>
      <NativeSelect
        {...form.text('expiresInMinutes')}
        label={labels.expiresInMinutes}
        data={[{ value: '', label: usual ?? t.loading }, ...lifeChoices()]}
      />
      <Textarea
        {...form.text('note')}
        label={labels.note}
        description={t.invite.noteWhy}
        autosize
        minRows={3}
        maxRows={8}
      />
      <NativeSelect
        {...form.text('language')}
        label={labels.language}
        data={[{ value: '', label: t.invite.usualLanguage }, ...languageChoices()]}
      />
      <div className={fields.two}>
        <TextInput {...form.text('displayName')} label={labels.displayName} autoComplete="off" />
        <TextInput {...form.text('username')} label={labels.username} autoComplete="off" />
      </div>
    </div>
  );
}

function languageChoices() {
  return Language.options.map(value => ({ value, label: languageName(value) }));
}
