/** What somebody may do in the applications: folded to one line, until somebody wants to change it. */
import { UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useId, useState } from 'react';
import type { UserView } from '../../../shared/contract/users.ts';
import { permissionTexts } from '../../texts/permissions.ts';
import type { ContractForm } from '../../ui/form.ts';
import type { OwnHoldings } from './givable.ts';
import classes from './rights.module.css';
import { RightsFields } from './rights-fields.tsx';
import { summaryOf } from './rights-summary.ts';
import { type RightsValues, rightsFields } from './rights-values.ts';

type RightsForm = Pick<
  ContractForm<RightsValues & { role: string }>,
  'values' | 'errors' | 'choice' | 'several'
>;

export type RightsProps = {
  form: RightsForm;
  org: string;
  /** What whoever gives holds. */
  holdings: OwnHoldings;
  /** Whose rights they are, as they were; absent for somebody who is being brought in. */
  user?: UserView;
  /** Why they cannot be changed at all. */
  fixed?: string;
};

export function RightsSection(props: RightsProps) {
  const { form, user } = props;
  const id = useId();
  // Whoever would get nothing needs to be given something first.
  const [wanted, setWanted] = useState(() => !user && form.values.access !== 'all');
  const unfolded = wanted || rightsFields.some(field => field in form.errors);
  const Chevron = unfolded ? IconChevronUp : IconChevronDown;
  return (
    <section className={classes.section} aria-labelledby={`${id}-title`}>
      <UnstyledButton
        className={classes.fold}
        aria-expanded={unfolded}
        aria-controls={id}
        onClick={() => setWanted(!unfolded)}
      >
        <span className={classes.words}>
          <span id={`${id}-title`} className={classes.title}>
            {permissionTexts.access}
          </span>
          <span className={classes.summary}>{summaryOf(form.values)}</span>
        </span>
        <Chevron size={16} aria-hidden="true" />
      </UnstyledButton>
      <div id={id}>{unfolded && <RightsFields {...props} />}</div>
    </section>
  );
}
