/** Editing a project. */
import { useQueryClient } from '@tanstack/react-query';
import { EditProject, type ProjectView } from '../../../shared/contract/projects.ts';
import { call } from '../../api/api.ts';
import { projectsTexts as words } from '../../texts/projects.ts';
import { EditDrawer } from '../../ui/edit-drawer.tsx';
import { ProjectFields } from './project-fields.tsx';
import { projectQueries } from './project-queries.ts';
import { changesIn, valuesOf } from './project-values.ts';

type EditProps = { org: string; project: ProjectView; onClose: () => void };

export function EditProjectDrawer({ org, project, onClose }: EditProps) {
  const client = useQueryClient();
  const { id } = project;
  return (
    <EditDrawer
      thing={project}
      words={words.editing}
      labels={words.labels}
      schema={EditProject}
      valuesOf={valuesOf}
      changesIn={(values, base) => changesIn(org, values, base)}
      write={(values, base) => call('edit-project', changesIn(org, values, base), { version: base.version })}
      read={() => call('get-project', { org, project: id })}
      onSeen={seen => {
        client.setQueryData(projectQueries.one(org, id).queryKey, seen);
        void client.invalidateQueries({ queryKey: ['projects', org] });
      }}
      onClose={onClose}
    >
      {form => <ProjectFields form={form} />}
    </EditDrawer>
  );
}
