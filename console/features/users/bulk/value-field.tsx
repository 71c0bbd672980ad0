/** Which role, group or project: chosen first, because who is skipped depends on it. */
import { Radio } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { invitableRoles } from '../../../../shared/contract/roles.ts';
import { accessQueries } from '../../../api/access-queries.ts';
import type { Actor } from '../../../api/actor.ts';
import { bulkTexts } from '../../../texts/bulk.ts';
import { t } from '../../../texts/texts.ts';
import { SearchSelect } from '../../../ui/search-select.tsx';
import classes from './bulk.module.css';
import type { Choosing } from './deeds.ts';

const words = bulkTexts.choice;

type ValueFieldProps = {
  org: string;
  actor: Actor;
  choosing: Choosing;
  value: string | null;
  onChange: (value: string | null) => void;
};

export function ValueField(props: ValueFieldProps) {
  const { choosing } = props;
  if (choosing === 'role') return <RoleField {...props} />;
  return choosing === 'group' ? <GroupField {...props} /> : <ProjectField {...props} />;
}

/** Only roles that this actor may hand out. */
function RoleField({ actor, value, onChange }: ValueFieldProps) {
  return (
    <Radio.Group name="role" label={words.role} value={value} onChange={onChange}>
      <div className={classes.roles}>
        {invitableRoles(actor.role)
          .toReversed()
          .map(role => (
            <Radio key={role} value={role} label={t.roles[role].name} description={t.roles[role].may} />
          ))}
      </div>
    </Radio.Group>
  );
}

function GroupField({ org, value, onChange }: ValueFieldProps) {
  const groups = useQuery(accessQueries.allGroups(org)).data;
  return (
    <Named label={words.group} nothing={words.none.group} named={groups} value={value} onChange={onChange} />
  );
}

function ProjectField({ org, value, onChange }: ValueFieldProps) {
  const projects = useQuery(accessQueries.allProjects(org)).data;
  return (
    <Named
      label={words.project}
      nothing={words.none.project}
      named={projects}
      value={value}
      onChange={onChange}
    />
  );
}

type NamedProps = Pick<ValueFieldProps, 'value' | 'onChange'> & {
  label: string;
  nothing: string;
  named: readonly { id: string; name: string; description?: string }[] | undefined;
};

function Named({ label, nothing, named, value, onChange }: NamedProps) {
  return (
    <SearchSelect
      name={label}
      label={label}
      placeholder={words.search}
      choices={(named ?? []).map(({ id, name, description }) => ({
        value: id,
        label: name,
        hint: description,
      }))}
      value={value}
      disabled={!named}
      nothing={nothing}
      onChange={onChange}
    />
  );
}
