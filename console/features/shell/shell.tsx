/** The frame around every page behind the sign-in: the rail on the left, on a phone behind a button. */
import { ActionIcon } from '@mantine/core';
import { IconMenu2 } from '@tabler/icons-react';
import { Suspense, useEffect, useRef, useState } from 'react';
import { useLocation, useParams } from 'react-router';
import { homeOrganization, may, useActor, useMe } from '../../api/actor.ts';
import { t } from '../../texts/texts.ts';
import { Mark } from '../../ui/brand.tsx';
import { FootPlace } from '../../ui/foot.tsx';
import { later } from '../../ui/later.ts';
import { useShortcut } from '../../ui/shortcuts.ts';
import { Content } from './content.tsx';
import { IdleWatch } from './idle-watch.tsx';
import { lastOrganization } from './last-organization.ts';
import { OwnJobs } from './own-jobs.tsx';
import { Rail } from './rail.tsx';
import classes from './shell.module.css';
import { useShownOrganization } from './shown-organization.ts';

const HelpDialog = later(async () => (await import('./help-dialog.tsx')).HelpDialog);
const Drawer = later(async () => (await import('../../ui/drawer.tsx')).Drawer);

export function Shell() {
  const org = useOrganization();
  const actor = useActor(org);
  const [help, setHelp] = useState(false);
  const main = useFocusOnNewPage();
  useShortcut('?', () => setHelp(true));
  useEffect(() => {
    if (actor) lastOrganization.set(org);
  }, [actor, org]);
  return (
    <div className={classes.shell}>
      <a className={classes.skip} href="#main">
        {t.shell.skip}
      </a>
      <aside className={classes.rail}>
        <Rail org={org} onHelp={() => setHelp(true)} />
      </aside>
      <TopBar org={org} onHelp={() => setHelp(true)} />
      <main id="main" ref={main} tabIndex={-1} className={classes.main}>
        <Content org={org} />
        <FootPlace />
        {actor && may(actor, 'jobs.read') && <OwnJobs key={org} org={org} actor={actor} />}
      </main>
      {actor && <IdleWatch org={org} />}
      <Suspense>{help && <HelpDialog onClose={() => setHelp(false)} />}</Suspense>
    </div>
  );
}

/** The one of the address; on pages about no organization in particular, the one that was looked at last. */
function useOrganization(): string {
  const me = useMe();
  const { org = homeOrganization(me, lastOrganization.get()) ?? '' } = useParams();
  return org;
}

/** A new page takes the focus, so that it is read out and Tab starts in it; the first one leaves it alone. */
function useFocusOnNewPage() {
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    main.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [pathname]);
  return main;
}

/** On a phone: a button that brings the rail, and where one is. */
function TopBar({ org, onHelp }: { org: string; onHelp: () => void }) {
  const [open, setOpen] = useState(false);
  const { pathname } = useLocation();
  const [seen, setSeen] = useState(pathname);
  if (seen !== pathname) {
    setSeen(pathname);
    setOpen(false);
  }
  const { name } = useShownOrganization(org);
  return (
    <header className={classes.top}>
      <ActionIcon size="lg" aria-label={t.shell.openMenu} aria-expanded={open} onClick={() => setOpen(true)}>
        <IconMenu2 size={20} aria-hidden="true" />
      </ActionIcon>
      <Mark size={22} />
      <bdi className={classes.where}>{name ?? 'Tenantry'}</bdi>
      <Suspense>
        {open && (
          <Drawer opened onClose={() => setOpen(false)} side="left" width={272} title={t.shell.menu}>
            <Rail org={org} onHelp={onHelp} />
          </Drawer>
        )}
      </Suspense>
    </header>
  );
}
