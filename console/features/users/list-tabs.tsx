/** The tabs above the list, each with how many it holds. */
import { Switch } from '@mantine/core';
import { Link } from 'react-router';
import type { UserStatus } from '../../../shared/contract/users.ts';
import { t } from '../../texts/texts.ts';
import { formatNumber } from '../../ui/format.ts';
import { type ListState, type Tab, tabs, writeList } from './list-state.ts';
import classes from './users.module.css';

const counted: Readonly<Record<Tab, UserStatus>> = {
  active: 'active',
  pending: 'invited',
  archived: 'archived',
};

type ListTabsProps = {
  list: ListState;
  counts: Partial<Record<UserStatus, number>> | undefined;
  onChange: (different: Partial<ListState>) => void;
};

export function ListTabs({ list, counts, onChange }: ListTabsProps) {
  return (
    <div className={classes.bar}>
      <nav className={classes.tabs} aria-label={t.users.tabsLabel}>
        {tabs.map(tab => (
          <Link
            key={tab}
            to={{ search: writeList({ ...list, tab, inactive: false, cursor: undefined }) }}
            className={classes.tab}
            aria-current={tab === list.tab ? 'page' : undefined}
          >
            {t.users.tabs[tab]}
            <span className={classes.count}>{counts ? formatNumber(counts[counted[tab]] ?? 0) : '·'}</span>
          </Link>
        ))}
      </nav>
      {list.tab === 'active' && (
        <Switch
          className={classes.inactive}
          size="xs"
          labelPosition="left"
          label={t.users.showInactive(formatNumber(counts?.inactive ?? 0))}
          checked={list.inactive}
          onChange={event => onChange({ inactive: event.currentTarget.checked })}
        />
      )}
    </div>
  );
}
