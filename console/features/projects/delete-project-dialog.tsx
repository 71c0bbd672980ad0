/** Deleting a project: first it is said from whom that takes it. */
import { useQueryClient } from '@tanstack/react-query';
import type { ProjectView } from '../../../shared/contract/projects.ts';
import { call } from '../../api/api.ts';
import { projectsTexts } from '../../texts/projects.ts';
import { DeleteDialog } from '../../ui/delete-dialog.tsx';
import { formatNumber } from '../../ui/format.ts';
import { Losses } from '../../ui/losses.tsx';
import { FirstMembers } from '../../ui/people/first-members.tsx';
import { projectQueries } from './project-queries.ts';

type DeleteProps = { org: string; project: ProjectView; onDeleted: () => void; onClose: () => void };

const words = projectsTexts.deletion;

export function DeleteProjectDialog({ org, project, onDeleted, onClose }: DeleteProps) {
  const client = useQueryClient();
  const { id, name, members, version } = project;
  const { queryKey } = projectQueries.one(org, id);
  const which = members > 0 && (
    <FirstMembers
      of={{ org, id, count: members }}
      list={(limit, signal) => call('list-project-members', { org, project: id, limit }, { signal })}
      andMore={words.andMore}
    />
  );
  return (
    <DeleteDialog
      name={name}
      words={words}
      remove={() => call('delete-project', { org, project: id }, { version })}
      onDeleted={() => {
        onDeleted();
        client.removeQueries({ queryKey });
        for (const key of ['projects', 'all-projects', 'jobs', 'user', 'users', 'people'])
          void client.invalidateQueries({ queryKey: [key, org] });
      }}
      onStale={() => void client.invalidateQueries({ queryKey })}
      onClose={onClose}
    >
      <Losses losses={[{ what: members > 0 ? words.members(formatNumber(members)) : words.nobody, which }]} />
    </DeleteDialog>
  );
}
