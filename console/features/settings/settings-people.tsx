/** What holds for the people of an organization: how they are invited, and how they sign in. */
import { Checkbox, Input, NativeSelect, Switch } from '@mantine/core';
import { Factor } from '../../../shared/contract/factors.ts';
import { settingsTexts } from '../../texts/settings.ts';
import { formatMinutes } from '../../ui/format.ts';
import { lifeChoices } from '../../ui/life.ts';
import { Section } from '../../ui/section.tsx';
import { TagsField } from '../../ui/tags-field.tsx';
import classes from './settings.module.css';
import type { SettingsFormProps } from './settings-form.tsx';
import { listOf, textOf } from './settings-values.ts';

export function InvitationsSection({ form, editable }: SettingsFormProps) {
  const { labels } = settingsTexts;
  const life = form.values.invitationLifeMinutes;
  return (
    <Section {...settingsTexts.sections.invitations}>
      <NativeSelect
        {...form.text('invitationLifeMinutes')}
        label={labels.invitationLifeMinutes}
        data={withPresent(lifeChoices(), life)}
      />
      <TagsField
        label={labels.allowedEmailDomains}
        description={settingsTexts.domainsWhy}
        placeholder={settingsTexts.domainsHint}
        tags={listOf(form.values.allowedEmailDomains)}
        error={form.errors.allowedEmailDomains}
        disabled={!editable}
        removeLabel={settingsTexts.removeDomain}
        onChange={tags => form.set('allowedEmailDomains', textOf(tags.map(tag => tag.toLowerCase())))}
      />
    </Section>
  );
}

/** A value that a script has set may be none of the usual choices. */
function withPresent(choices: { value: string; label: string }[], present: string) {
  if (present === '' || choices.some(({ value }) => value === present)) return choices;
  return [{ value: present, label: formatMinutes(Number(present)) }, ...choices];
}

export function SignInSection({ form }: SettingsFormProps) {
  const { labels, idle } = settingsTexts;
  const choices = [15, 30, 60, 4 * 60, 8 * 60].map(minutes => ({
    value: String(minutes),
    label: formatMinutes(minutes),
  }));
  return (
    <Section {...settingsTexts.sections.signIn}>
      <FactorsField form={form} />
      <Switch
        {...form.checkbox('requireMfa')}
        label={labels.requireMfa}
        description={settingsTexts.requireMfaWhy}
      />
      <NativeSelect
        {...form.text('idleSignOutMinutes')}
        label={labels.idleSignOutMinutes}
        description={idle.why}
        data={[{ value: '', label: idle.never }, ...withPresent(choices, form.values.idleSignOutMinutes)]}
      />
    </Section>
  );
}

function FactorsField({ form }: Pick<SettingsFormProps, 'form'>) {
  const allowed = listOf(form.values.allowedFactors);
  const toggled = (factor: Factor) =>
    Factor.options.filter(one => (one === factor ? !allowed.includes(one) : allowed.includes(one)));
  return (
    <Input.Wrapper
      component="fieldset"
      className={classes.group}
      label={settingsTexts.labels.allowedFactors}
      labelElement="div"
      description={settingsTexts.factorsWhy}
      error={form.errors.allowedFactors}
    >
      <div className={classes.choices}>
        {Factor.options.map(factor => (
          <Checkbox
            key={factor}
            label={settingsTexts.factors[factor].name}
            description={settingsTexts.factors[factor].why}
            checked={allowed.includes(factor)}
            onChange={() => form.set('allowedFactors', textOf(toggled(factor)))}
          />
        ))}
      </div>
    </Input.Wrapper>
  );
}
