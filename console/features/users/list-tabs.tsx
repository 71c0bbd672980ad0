/** The tabs above the list, each with how many it holds. */
import { useState } from 'react';
import { Link } from 'react-router';
import type { UserStatus } from '../../../shared/contract/users.ts';
import { usersTexts } from '../../texts/users.ts';
import { formatNumber } from '../../ui/format.ts';
import { type ListState, onTab, type Tab, tabs, writeList } from './list-state.ts';
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
      <nav className={classes.tabs} aria-label={usersTexts.users.tabsLabel}>
        {tabs.map(tab => (
          <Link
            key={tab}
            to={{ search: writeList(onTab(list, tab)) }}
            className={classes.tab}
            aria-current={tab === list.tab ? 'page' : undefined}
          >
            {usersTexts.users.tabs[tab]}
            <span className={classes.count}>{counts ? formatNumber(counts[counted[tab]] ?? 0) : '·'}</span>
          </Link>
        ))}
      </nav>
      {list.tab === 'active' && (
        <InactiveSwitch
          shown={list.inactive !== false}
          words={list.inactive === 'only' ? usersTexts.users.onlyInactive : usersTexts.users.showInactive}
          count={counts?.inactive ?? 0}
          onChange={inactive => onChange({ inactive })}
        />
      )}
    </div>
  );
}

type InactiveProps = {
  shown: boolean;
  words: (count: string) => string;
  count: number;
  onChange: (shown: boolean) => void;
};

/** Turns at once: the address follows a moment later, and is right whenever it says something else. */
function InactiveSwitch({ shown, words, count, onChange }: InactiveProps) {
  const [on, setOn] = useState(shown);
  const [said, setSaid] = useState(shown);
  if (said !== shown) {
    setSaid(shown);
    setOn(shown);
  }
  return (
    <label className={classes.inactive}>
      {words(formatNumber(count))}
      <input
        className={classes.switch}
        type="checkbox"
        // biome-ignore lint/a11y/useAriaPropsForRole: the box says itself whether it is checked
        role="switch"
        checked={on}
        onChange={event => {
          setOn(event.currentTarget.checked);
          onChange(event.currentTarget.checked);
        }}
      />
    </label>
  );
}
