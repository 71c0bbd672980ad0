/** The fields of what somebody may do: by themselves, by custom roles, by groups; and the projects they are in. */
import { Radio, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { accessQueries } from '../../api/access-queries.ts';
import { permissionTexts } from '../../texts/permissions.ts';
import { t } from '../../texts/texts.ts';
import { usersTexts } from '../../texts/users.ts';
import { PermissionSwitches } from '../../ui/permission-switches.tsx';
import { type Givable, givableBy } from './givable.ts';
import classes from './rights.module.css';
import { Picks } from './rights-picks.tsx';
import type { RightsProps } from './rights-section.tsx';
import { holdsAllBy, nothingGiven, rightsOf } from './rights-values.ts';

const words = permissionTexts.editor;

export function RightsFields(props: RightsProps) {
  const { form, fixed, holdings } = props;
  const { role } = form.values;
  const can = givableBy(holdings);
  return (
    <div className={classes.fields}>
      {fixed && <p className={classes.note}>{fixed}</p>}
      {holdsAllBy(role) ? (
        <p className={classes.note}>{words.holdsAll(t.roles[role].name)}</p>
      ) : (
        <Direct {...props} can={can} />
      )}
      <Picks {...props} can={can} />
    </div>
  );
}

/** All, or some by application. What somebody had before may stay, whoever gave it. */
function Direct({ form, org, user, fixed, can }: RightsProps & { can: Givable }) {
  const before = user ? rightsOf(user) : nothingGiven;
  const { error, ...access } = form.choice('access');
  const permissions = form.several('access.permissions');
  const noAll = !can.everything && before.access !== 'all' ? words.notHeldAll : undefined;
  return (
    <>
      <Radio.Group
        {...access}
        label={usersTexts.userLabels['access.permissions']}
        error={error ?? permissions.error}
      >
        <div className={classes.modes}>
          <Radio
            value="all"
            label={words.all}
            description={noAll ?? words.allWhy}
            disabled={fixed !== undefined || noAll !== undefined}
          />
          <Radio
            value="custom"
            label={words.custom}
            description={words.customWhy}
            disabled={fixed !== undefined}
          />
        </div>
      </Radio.Group>
      {form.values.access === 'custom' && (
        <Permissions
          org={org}
          value={permissions.value}
          onChange={permissions.onChange}
          before={before['access.permissions']}
          disabled={fixed !== undefined}
          can={can}
        />
      )}
    </>
  );
}

type PermissionsProps = {
  org: string;
  value: readonly string[];
  before: readonly string[];
  onChange: (value: readonly string[]) => void;
  disabled: boolean;
  can: Givable;
};

function Permissions({ org, can, ...props }: PermissionsProps) {
  const applications = useQuery(accessQueries.applications(org)).data?.applications;
  if (!applications) return <Skeleton height={120} aria-busy="true" />;
  if (applications.length === 0) return <p className={classes.note}>{words.nothingThere.permissions}</p>;
  return (
    <div className={classes.switches}>
      <PermissionSwitches
        applications={applications}
        refusal={key => (can.permission(key) ? undefined : words.notHeld)}
        {...props}
      />
    </div>
  );
}
