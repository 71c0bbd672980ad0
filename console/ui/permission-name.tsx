/** The name of a permission with what it lets people do in a tooltip, and the mark of one that is retired. */
import type { CataloguePermission } from '../../shared/contract/catalogue.ts';
import { permissionTexts as words } from '../texts/permissions.ts';
import classes from './permission-name.module.css';
import { Tooltip } from './tooltip.tsx';

type NameProps = { permission: Pick<CataloguePermission, 'name' | 'explanation' | 'retiredAt'> };

export function PermissionName({ permission: { name, explanation, retiredAt } }: NameProps) {
  return (
    <>
      <Tooltip text={retiredAt ? `${explanation} ${words.retiredWhy}` : explanation}>
        {described => (
          <button type="button" className={classes.name} {...described}>
            {name}
          </button>
        )}
      </Tooltip>
      {retiredAt && <Retired />}
    </>
  );
}

export function Retired() {
  return <span className={classes.retired}>{words.retired}</span>;
}
