/** What an organization is called, who speaks for it, and in which language we write. */
import { NativeSelect, TextInput } from '@mantine/core';
import { Language } from '../../../shared/contract/text.ts';
import { settingsTexts } from '../../texts/settings.ts';
import { languageName } from '../../ui/format.ts';
import { Section } from '../../ui/section.tsx';
import type { SettingsFormProps } from './settings-form.tsx';

export function CompanySection({ form }: SettingsFormProps) {
  const { labels } = settingsTexts;
  return (
    <Section {...settingsTexts.sections.company}>
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
    <Section {...settingsTexts.sections.contacts}>
      {contacts.map(contact => (
        <TextInput
          key={contact}
          {...form.text(`contacts.${contact}`)}
          label={settingsTexts.labels[`contacts.${contact}`]}
          description={settingsTexts.contactsWhy[contact]}
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
    <Section {...settingsTexts.sections.language}>
      <NativeSelect {...form.text('language')} label={settingsTexts.labels.language} data={choices} />
    </Section>
  );
}
