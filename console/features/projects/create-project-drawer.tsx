/** Creating a project. */
import { CreateProject, type ProjectView } from '../../../shared/contract/projects.ts';
import { call } from '../../api/api.ts';
import { projectsTexts as words } from '../../texts/projects.ts';
import { CreateDrawer } from '../../ui/create-drawer.tsx';
import { ProjectFields } from './project-fields.tsx';
import { emptyProject, newProject } from './project-values.ts';

type CreateProps = { org: string; onCreated: (project: ProjectView) => void; onClose: () => void };

export function CreateProjectDrawer({ org, onCreated, onClose }: CreateProps) {
  return (
    <CreateDrawer
      words={words.creating}
      labels={words.labels}
      initial={emptyProject}
      schema={CreateProject}
      body={values => newProject(org, values)}
      create={(body, idempotencyKey) => call('create-project', body, { idempotencyKey })}
      onCreated={onCreated}
      onClose={onClose}
    >
      {form => <ProjectFields form={form} />}
    </CreateDrawer>
  );
}
