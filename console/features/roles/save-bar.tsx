/** Saves the changes of all roles together, and says what of them was not saved and why. */
import { Button } from '@mantine/core';
import type { CatalogueApplication } from '../../../shared/contract/catalogue.ts';
import { roleTexts as words } from '../../texts/roles.ts';
import { t } from '../../texts/texts.ts';
import { ChangedMeanwhile } from '../../ui/changed-meanwhile.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import classes from './matrix.module.css';
import type { EditedRoles, Held } from './use-drafts.ts';

type SaveBarProps = { edited: EditedRoles; applications: readonly CatalogueApplication[] };

export function SaveBar({ edited, applications }: SaveBarProps) {
  if (edited.count === 0) return null;
  return (
    <section className={classes.bar} aria-label={words.changes.count(edited.count)}>
      {edited.held.map(held => (
        <NotSaved key={held.role.id} held={held} applications={applications} />
      ))}
      <div className={classes.deeds}>
        <span role="status">{words.changes.count(edited.count)}</span>
        <Button variant="default" onClick={edited.discard}>
          {words.changes.discard}
        </Button>
        <Button onClick={edited.save} loading={edited.isSaving}>
          {words.changes.save}
        </Button>
      </div>
    </section>
  );
}

type NotSavedProps = { held: Held; applications: readonly CatalogueApplication[] };

function NotSaved({ held: { role, changes, problem }, applications }: NotSavedProps) {
  const nameOf = (key: string) =>
    applications.flatMap(({ permissions }) => permissions).find(each => each.key === key)?.name ?? key;
  if (problem)
    return (
      <ProblemNotice
        problem={{ ...problem, title: `${words.changes.refused(role.name)}: ${problem.title}` }}
      />
    );
  return (
    changes && (
      <div className={classes.held}>
        <h2>{words.changes.meanwhile(role.name)}</h2>
        <ChangedMeanwhile
          key={role.version}
          meanwhile={changes}
          label={nameOf}
          words={(_, is) => (is ? t.yes : t.no)}
          // Of a switch, both can only have turned it the same way.
          onTake={() => undefined}
        />
      </div>
    )
  );
}
