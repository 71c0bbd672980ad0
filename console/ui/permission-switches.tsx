/** What the applications let people do, a switch each, below the name of the application. */
import { Switch } from '@mantine/core';
import type { CatalogueApplication, CataloguePermission } from '../../shared/contract/catalogue.ts';
import { Retired } from './permission-name.tsx';
import classes from './permission-switches.module.css';
import { Tooltip } from './tooltip.tsx';

type SwitchesProps = {
  applications: readonly CatalogueApplication[];
  value: readonly string[];
  onChange: (value: readonly string[]) => void;
  /** Held already: it may be taken away, and come back, whatever else holds. */
  before?: readonly string[];
  /** They are only to be seen. */
  disabled?: boolean;
  /** Why a permission cannot be given. */
  refusal?: (key: CataloguePermission['key']) => string | undefined;
};

export function PermissionSwitches({ applications, ...props }: SwitchesProps) {
  const { value, before = [] } = props;
  // What is retired is shown where it is held, so that it can be taken away.
  const shown = ({ key, retiredAt }: CataloguePermission) =>
    !retiredAt || value.includes(key) || before.includes(key);
  return applications
    .map(application => ({ ...application, permissions: application.permissions.filter(shown) }))
    .filter(({ permissions }) => permissions.length > 0)
    .map(application => <OfApplication key={application.key} application={application} {...props} />);
}

type OfApplicationProps = Omit<SwitchesProps, 'applications'> & { application: CatalogueApplication };

function OfApplication({ application, onChange, ...props }: OfApplicationProps) {
  const { name, permissions } = application;
  const { value, before = [], refusal, disabled } = props;
  const turn = (key: string) =>
    onChange(value.includes(key) ? value.filter(each => each !== key) : [...value, key]);
  return (
    <fieldset className={classes.application}>
      <legend>{name}</legend>
      <ul className={classes.list}>
        {permissions.map(permission => (
          <OnePermission
            key={permission.key}
            permission={permission}
            checked={value.includes(permission.key)}
            disabled={disabled}
            refusal={before.includes(permission.key) ? undefined : refusal?.(permission.key)}
            onTurn={() => turn(permission.key)}
          />
        ))}
      </ul>
    </fieldset>
  );
}

type PermissionProps = {
  permission: CataloguePermission;
  checked: boolean;
  disabled: boolean | undefined;
  refusal: string | undefined;
  onTurn: () => void;
};

function OnePermission({ permission, checked, disabled, refusal, onTurn }: PermissionProps) {
  const { key, name, explanation, retiredAt } = permission;
  return (
    <li>
      <Tooltip text={explanation}>
        {described => (
          <Switch
            {...described}
            name={key}
            size="xs"
            label={
              <>
                {name}
                {retiredAt && <Retired />}
              </>
            }
            description={refusal}
            checked={checked}
            disabled={disabled || (refusal !== undefined && !checked)}
            onChange={onTurn}
          />
        )}
      </Tooltip>
    </li>
  );
}
