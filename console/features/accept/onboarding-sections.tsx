/** The parts of the onboarding form. */
import { Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { InvitationGreeting } from '../../../shared/contract/invitations.ts';
import { t } from '../../texts/texts.ts';
import fields from '../../ui/fields.module.css';
import type { ContractForm } from '../../ui/form.ts';
import { NewPasswordField } from '../../ui/password-field.tsx';
import { SearchSelect } from '../../ui/search-select.tsx';
import classes from './accept.module.css';
import { countryChoices } from './countries.ts';
import type { OnboardingValues } from './onboarding-values.ts';
import type { LoadedLater } from './use-telephone.ts';

type SectionProps = { form: ContractForm<OnboardingValues> };

export function PasswordSection({ form, email }: SectionProps & { email: string }) {
  return (
    <fieldset className={classes.section}>
      <p className={classes.account}>
        {t.accept.account} <strong>{email}</strong>
      </p>
      {/* Tells a password manager what to keep the password under. */}
      <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
      <NewPasswordField {...form.text('password')} label={t.accept.labels.password} autoFocus />
    </fieldset>
  );
}

type AboutProps = SectionProps & { telephone: LoadedLater };

export function AboutYou({ form, telephone }: AboutProps) {
  const { labels } = t.accept;
  return (
    <fieldset className={classes.section}>
      <legend>{t.accept.aboutYou}</legend>
      <div className={fields.two}>
        <TextInput
          {...form.text('profile.firstName')}
          label={labels['profile.firstName']}
          autoComplete="given-name"
        />
        <TextInput
          {...form.text('profile.lastName')}
          label={labels['profile.lastName']}
          autoComplete="family-name"
        />
      </div>
      <TextInput
        {...form.text('profile.title')}
        label={t.optional(labels['profile.title'])}
        placeholder={t.accept.titleExample}
        autoComplete="organization-title"
      />
      <div className={fields.two}>
        <TextInput
          {...form.text('profile.city')}
          label={t.optional(labels['profile.city'])}
          autoComplete="address-level2"
        />
        <TextInput
          {...form.text('profile.stateOrProvince')}
          label={t.optional(labels['profile.stateOrProvince'])}
          autoComplete="address-level1"
        />
      </div>
      <CountryAndTelephone form={form} telephone={telephone} />
    </fieldset>
  );
}

/** The telephone number is read by the rules of the chosen country, unless it names another with a plus sign. */
function CountryAndTelephone({ form, telephone: { known, load } }: AboutProps) {
  const { labels } = t.accept;
  const [choices] = useState(countryChoices);
  const country = form.values['profile.country'];
  const code = known?.callingCode(country);
  const typed = form.text('profile.telephone');
  const spellOut = () => known && form.set('profile.telephone', known.spellTelephone(typed.value, country));
  return (
    <div className={fields.two}>
      <SearchSelect
        {...form.choice('profile.country')}
        label={t.optional(labels['profile.country'])}
        choices={choices}
        nothing={t.accept.noCountry}
      />
      <TextInput
        {...typed}
        label={t.optional(labels['profile.telephone'])}
        type="tel"
        autoComplete="tel"
        leftSection={code && <span className={classes.calling}>{code}</span>}
        leftSectionWidth={code ? 56 : undefined}
        onFocus={load}
        onChange={event => {
          load();
          typed.onChange(event);
        }}
        onBlur={spellOut}
      />
    </div>
  );
}

export function Agreements({ form, terms }: SectionProps & { terms: InvitationGreeting['terms'] }) {
  return (
    <fieldset className={classes.section}>
      <legend>{t.accept.agreements}</legend>
      <Checkbox
        {...form.checkbox('terms.accepted')}
        label={
          <>
            {t.accept.terms.agree}{' '}
            {terms.url ? (
              <a href={terms.url} target="_blank" rel="noreferrer">
                {t.accept.terms.name}
              </a>
            ) : (
              t.accept.terms.name
            )}{' '}
            {t.accept.terms.version(terms.version)}
          </>
        }
      />
      <Checkbox {...form.checkbox('communications.product')} label={t.accept.product} />
      <Checkbox {...form.checkbox('communications.marketing')} label={t.accept.marketing} />
    </fieldset>
  );
}
