/** What an organization is called, who speaks for it, and in which language we write. */
import { NativeSelect, TextInput } from '@mantine/core';
import { Language } from '../../../shared/contract/text.ts';
import { t } from '../../texts/texts.ts';
import { languageName } from '../../ui/format.ts';
import { Section } from '../../ui/section.tsx';
import type { SettingsFormProps } from './settings-form.tsx';

export function CompanySection({ form }: SettingsFormProps) {
  const { labels } = t.settings;
  return (
    <Section {...t.settings.sections.company}>
      <TextInput {...form.text('name')} label={labels.name} autoComplete="organization" />
      <TextInput
        {...form.text('company.address')}
        label={labels['company.address']}
        autoComplete="street-address"
      />
      <TextInput
        {...form.text('company.website')}
        label={labels['company.website']}
        type="url"
        inputMode="url"
        placeholder="https://"
      />
    </Section>
  );
}

const contacts = ['administrative', 'technical', 'billing', 'security'] as const;

export function ContactsSection({ form }: SettingsFormProps) {
  return (
    <Section {...t.settings.sections.contacts}>
      {contacts.map(contact => (
        <TextInput
          key={contact}
          {...form.text(`contacts.${contact}`)}
          label={t.settings.labels[`contacts.${contact}`]}
          description={t.settings.contactsWhy[contact]}
          type="email"
          autoComplete="off"
        />
      ))}
    </Section>
  );
}

export function LanguageSection({ form }: SettingsFormProps) {
  const choices = Language.options.map(value => ({ value, label: languageName(value) }));
  return (
    <Section {...t.settings.sections.language}>
      <NativeSelect {...form.text('language')} label={t.settings.labels.language} data={choices} />
    </Section>
  );
}
