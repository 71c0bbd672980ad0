/** What can be done with those who are chosen: it comes up from below as soon as somebody is. */
import { Button, CloseButton } from '@mantine/core';
import { IconChevronUp } from '@tabler/icons-react';
import { Fragment, Suspense, useState } from 'react';
import type { Actor } from '../../../api/actor.ts';
import { bulkTexts as words } from '../../../texts/bulk.ts';
import { Foot } from '../../../ui/foot.tsx';
import { formatNumber } from '../../../ui/format.ts';
import { later } from '../../../ui/later.ts';
import { Menu } from '../../../ui/menu.tsx';
import { MenuDivider, MenuItem } from '../../../ui/menu-items.tsx';
import classes from './bulk.module.css';
import { deedGroupsFor, firstOf, type ManyDeed } from './deeds.ts';
import type { Picks } from './picks.ts';
import { useMatching } from './use-matching.ts';

const loadDialog = async () => (await import('./bulk-dialog.tsx')).BulkDialog;
const BulkDialog = later(loadDialog);

/** So many can be named. */
const most = 1000;

type BarProps = { org: string; actor: Actor; picks: Picks };

export function BulkBar({ org, actor, picks }: BarProps) {
  const [asked, setAsked] = useState<ManyDeed>();
  const deedGroups = deedGroupsFor(actor, picks);
  const matching = useMatching(org, picks);
  const count = picks.everybody ? matching : formatNumber(picks.users.length);
  const clear = () => {
    picks.clear();
    focusOnPage();
  };
  const tooMany = !picks.everybody && picks.users.length > most;
  return (
    <>
      <Foot>
        <section
          className={classes.bar}
          aria-label={words.bar.label}
          onPointerEnter={loadDialog}
          onFocus={loadDialog}
        >
          <Count picks={picks} count={count} matching={matching} />
          {tooMany ? (
            <p className={classes.note}>{words.bar.tooMany(formatNumber(most))}</p>
          ) : (
            <Deeds groups={deedGroups} onAsk={setAsked} />
          )}
          <CloseButton aria-label={words.bar.clear} title={words.bar.clear} onClick={clear} />
        </section>
      </Foot>
      <Suspense>
        {asked && (
          <BulkDialog
            org={org}
            actor={actor}
            deed={asked}
            selection={picks.selection}
            count={count ?? ''}
            onStarted={clear}
            onClose={() => setAsked(undefined)}
          />
        )}
      </Suspense>
    </>
  );
}

/** What had the focus is gone with the bar. */
function focusOnPage(): void {
  requestAnimationFrame(() => document.querySelector('main')?.focus({ preventScroll: true }));
}

type CountProps = { picks: Picks; count: string | undefined; matching: string | undefined };

function Count({ picks, count = '…', matching }: CountProps) {
  const { rows, users, everybody, isWhole, set, pickEverybody } = picks;
  const isAll = everybody || (isWhole && users.length === rows.length);
  return (
    <div className={classes.counts}>
      <span role="status" className={classes.count}>
        {everybody ? words.bar.everybody(count) : words.bar.count(count)}
      </span>
      {!isAll && !isWhole && (
        <Button className={classes.page} size="compact-sm" variant="subtle" onClick={() => set(rows, true)}>
          {words.bar.page}
        </Button>
      )}
      {!isAll && matching && (
        <Button size="compact-sm" variant="subtle" onClick={isWhole ? () => set(rows, true) : pickEverybody}>
          {words.bar.all(matching)}
        </Button>
      )}
    </div>
  );
}

type DeedsProps = { groups: readonly ManyDeed[][]; onAsk: (deed: ManyDeed) => void };

/** On a phone all are in the menu. */
function Deeds({ groups, onAsk }: DeedsProps) {
  return (
    <div className={classes.deeds}>
      {firstOf(groups).map(deed => (
        <Button key={deed} className={classes.first} size="xs" variant="default" onClick={() => onAsk(deed)}>
          {words.deeds[deed].name}
        </Button>
      ))}
      <Menu
        label={words.bar.actions}
        side="above"
        button={props => (
          <Button size="xs" rightSection={<IconChevronUp size={14} aria-hidden="true" />} {...props}>
            {words.bar.actions}
          </Button>
        )}
      >
        {groups.map((group, at) => (
          <Fragment key={group[0]}>
            {at > 0 && <MenuDivider />}
            {group.map(deed => (
              <MenuItem key={deed} danger={deed === 'delete'} onClick={() => onAsk(deed)}>
                {words.deeds[deed].name}
              </MenuItem>
            ))}
          </Fragment>
        ))}
      </Menu>
    </div>
  );
}
