/** The parts of the form of one's own profile. */
import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { Language } from '../../../shared/contract/text.ts';
import { accountTexts } from '../../texts/account.ts';
import { t } from '../../texts/texts.ts';
import fields from '../../ui/fields.module.css';
import type { ContractForm } from '../../ui/form.ts';
import { languageName } from '../../ui/format.ts';
import { Section } from '../../ui/section.tsx';
import { CountryAndTelephone } from '../../ui/telephone-fields.tsx';
import type { LoadedLater } from '../../ui/use-telephone.ts';
import classes from './account.module.css';
import type { ProfileValues } from './profile-values.ts';

type SectionProps = { form: ContractForm<ProfileValues> };
type AboutProps = SectionProps & { telephone: LoadedLater; telephoneBefore: string };

export function AboutYou({ form, telephone, telephoneBefore }: AboutProps) {
  const { labels } = accountTexts.account;
  const number = form.text('telephone');
  // A number that nobody has touched stays as it is, so that it does not look changed.
  const spellOut = (spelled: string) => number.value !== telephoneBefore && form.set('telephone', spelled);
  return (
    <Section title={accountTexts.account.about} lead={accountTexts.account.aboutWhy}>
      <div className={fields.two}>
        <TextInput {...form.text('firstName')} label={labels.firstName} autoComplete="given-name" />
        <TextInput {...form.text('lastName')} label={labels.lastName} autoComplete="family-name" />
      </div>
      <TextInput
        {...form.text('title')}
        label={t.optional(labels.title)}
        placeholder={t.titleExample}
        autoComplete="organization-title"
      />
      <div className={fields.two}>
        <TextInput {...form.text('city')} label={t.optional(labels.city)} autoComplete="address-level2" />
        <TextInput
          {...form.text('stateOrProvince')}
          label={t.optional(labels.stateOrProvince)}
          autoComplete="address-level1"
        />
      </div>
      <CountryAndTelephone
        country={{ ...form.choice('country'), label: t.optional(labels.country) }}
        number={{ ...number, label: t.optional(labels.telephone) }}
        onSpellOut={spellOut}
        telephone={telephone}
      />
    </Section>
  );
}

/** What we write, and in which language. */
export function Writing({ form }: SectionProps) {
  const { labels } = accountTexts.account;
  return (
    <Section title={accountTexts.account.writing} lead={accountTexts.account.writingWhy}>
      <NativeSelect
        {...form.text('language')}
        label={labels.language}
        data={Language.options.map(code => ({ value: code, label: languageName(code) }))}
      />
      <fieldset className={classes.group}>
        <legend className={classes.legend}>{accountTexts.account.communications}</legend>
        <Checkbox {...form.checkbox('communications.product')} label={labels['communications.product']} />
        <Checkbox {...form.checkbox('communications.marketing')} label={labels['communications.marketing']} />
      </fieldset>
    </Section>
  );
}
