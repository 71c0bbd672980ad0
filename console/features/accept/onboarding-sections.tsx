/** The parts of the onboarding form. */
import { Checkbox, TextInput } from '@mantine/core';
import type { InvitationGreeting } from '../../../shared/contract/invitations.ts';
import { signInTexts } from '../../texts/sign-in.ts';
import { t } from '../../texts/texts.ts';
import fields from '../../ui/fields.module.css';
import type { ContractForm } from '../../ui/form.ts';
import { NewPasswordField } from '../../ui/password-field.tsx';
import { CountryAndTelephone } from '../../ui/telephone-fields.tsx';
import type { LoadedLater } from '../../ui/use-telephone.ts';
import classes from './accept.module.css';
import type { OnboardingValues } from './onboarding-values.ts';

type SectionProps = { form: ContractForm<OnboardingValues> };

export function PasswordSection({ form, email }: SectionProps & { email: string }) {
  return (
    <fieldset className={classes.section}>
      <p className={classes.account}>
        {signInTexts.accept.account} <strong>{email}</strong>
      </p>
      {/* Tells a password manager what to keep the password under. */}
      <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
      <NewPasswordField {...form.text('password')} label={signInTexts.accept.labels.password} autoFocus />
    </fieldset>
  );
}

type AboutProps = SectionProps & { telephone: LoadedLater };

export function AboutYou({ form, telephone }: AboutProps) {
  const { labels } = signInTexts.accept;
  return (
    <fieldset className={classes.section}>
      <legend>{signInTexts.accept.aboutYou}</legend>
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
        placeholder={t.titleExample}
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
      <CountryAndTelephone
        country={{ ...form.choice('profile.country'), label: t.optional(labels['profile.country']) }}
        number={{ ...form.text('profile.telephone'), label: t.optional(labels['profile.telephone']) }}
        onSpellOut={number => form.set('profile.telephone', number)}
        telephone={telephone}
      />
    </fieldset>
  );
}

export function Agreements({ form, terms }: SectionProps & { terms: InvitationGreeting['terms'] }) {
  return (
    <fieldset className={classes.section}>
      <legend>{signInTexts.accept.agreements}</legend>
      <Checkbox
        {...form.checkbox('terms.accepted')}
        label={
          <>
            {signInTexts.accept.terms.agree}{' '}
            {terms.url ? (
              <a href={terms.url} target="_blank" rel="noreferrer">
                {signInTexts.accept.terms.name}
              </a>
            ) : (
              signInTexts.accept.terms.name
            )}{' '}
            {signInTexts.accept.terms.version(terms.version)}
          </>
        }
      />
      <Checkbox {...form.checkbox('communications.product')} label={signInTexts.accept.product} />
      <Checkbox {...form.checkbox('communications.marketing')} label={signInTexts.accept.marketing} />
    </fieldset>
  );
}
