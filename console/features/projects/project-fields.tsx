/** The fields of a project, as they stand in the drawers that create and edit. */
import { Textarea, TextInput } from '@mantine/core';
import { projectsTexts } from '../../texts/projects.ts';
import { t } from '../../texts/texts.ts';
import type { ContractForm } from '../../ui/form.ts';
import type { ProjectValues } from './project-values.ts';

export function ProjectFields({ form }: { form: ContractForm<ProjectValues> }) {
  const { labels } = projectsTexts;
  return (
    <>
      <TextInput {...form.text('name')} label={labels.name} autoComplete="off" data-autofocus />
      <Textarea {...form.text('description')} label={t.optional(labels.description)} rows={3} />
    </>
  );
}
