/** What a group is, below its name. */
import type { GroupView } from '../../../shared/contract/groups.ts';
import { groupsTexts as words } from '../../texts/groups.ts';
import { Chips } from '../../ui/chips.tsx';
import classes from './groups.module.css';

export function AboutGroup({ group }: { group: GroupView }) {
  const { description, externalId, customRoles } = group;
  if (!description && !externalId && customRoles.length === 0) return null;
  return (
    <div className={classes.about}>
      {description && <p>{description}</p>}
      {(externalId || customRoles.length > 0) && (
        <dl className={classes.facts}>
          {customRoles.length > 0 && (
            <div>
              <dt>{words.labels.customRoles}</dt>
              <dd>
                <Chips all={customRoles} />
              </dd>
            </div>
          )}
          {externalId && (
            <div>
              <dt>{words.labels.externalId}</dt>
              <dd>
                <bdi>{externalId}</bdi>
              </dd>
            </div>
          )}
        </dl>
      )}
    </div>
  );
}
