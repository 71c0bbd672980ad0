/** The fields of an invitation: the few that everybody fills in, and the others folded away. */

import { Button, Collapse, NativeSelect, Switch, Textarea, TextInput } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useState } from 'react';
import type { OrganizationView } from '../../../shared/contract/organizations.ts';
import { Language } from '../../../shared/contract/text.ts';
import type { Actor } from '../../api/actor.ts';
import { t } from '../../texts/texts.ts';
import { userDeedsTexts } from '../../texts/user-deeds.ts';
import { usersTexts } from '../../texts/users.ts';
import type { ContractForm } from '../../ui/form.ts';
import { formatMinutes, languageName } from '../../ui/format.ts';
import { lifeChoices } from '../../ui/life.ts';
import type { OwnHoldings } from './givable.ts';
import { foldedFields, type InviteValues } from './invite-values.ts';
import { RightsSection } from './rights-section.tsx';
import classes from './user-drawer.module.css';
import { AccessFields, NameFields, RoleField, ShownAsFields } from './user-fields.tsx';

type FieldsProps = {
  form: ContractForm<InviteValues>;
  org: string;
  actor: Actor;
  /** What whoever invites holds. */
  holdings: OwnHoldings;
  organization: OrganizationView | undefined;
};

export function InviteFields({ form, org, actor, holdings, organization }: FieldsProps) {
  const labels = usersTexts.userLabels;
  const [wanted, setWanted] = useState(false);
  const unfolded = wanted || foldedFields.some(field => field in form.errors);
  const Chevron = unfolded ? IconChevronUp : IconChevronDown;
  return (
    <>
      <NameFields form={form} />
      <TextInput {...form.text('email')} label={labels.email} type="email" autoComplete="off" />
      <RoleField form={form} actor={actor} />
      <RightsSection form={form} org={org} holdings={holdings} />
      <Switch
        {...form.checkbox('sendInvitation')}
        label={userDeedsTexts.invite.sendNow}
        description={userDeedsTexts.invite.sendNowWhy}
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
        {userDeedsTexts.invite.more}
      </Button>
      <Collapse id="invite-more" expanded={unfolded}>
        <FoldedFields form={form} organization={organization} />
      </Collapse>
    </>
  );
}

function FoldedFields({ form, organization }: Pick<FieldsProps, 'form' | 'organization'>) {
  const labels = usersTexts.userLabels;
  const usual =
    organization && userDeedsTexts.invite.usualLife(formatMinutes(organization.invitationLifeMinutes));
  return (
    <div className={classes.folded}>
      <AccessFields form={form} organization={organization} />
      <NativeSelect
        {...form.text('expiresInMinutes')}
        label={labels.expiresInMinutes}
        data={[{ value: '', label: usual ?? t.loading }, ...lifeChoices()]}
      />
      <Textarea
        {...form.text('note')}
        label={labels.note}
        description={userDeedsTexts.invite.noteWhy}
        autosize
        minRows={3}
        maxRows={8}
      />
      <NativeSelect
        {...form.text('language')}
        label={labels.language}
        data={[{ value: '', label: userDeedsTexts.invite.usualLanguage }, ...languageChoices()]}
      />
      <ShownAsFields form={form} />
    </div>
  );
}

function languageChoices() {
  return Language.options.map(value => ({ value, label: languageName(value) }));
}
