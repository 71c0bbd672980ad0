/** One's own account: who one is, how one signs in, and where one is signed in. */
import { Suspense } from 'react';
import { Outlet } from 'react-router';
import { useMe } from '../../api/actor.ts';
import { t } from '../../texts/texts.ts';
import { Page } from '../../ui/page.tsx';
import { Tabs } from '../../ui/tabs.tsx';

export function AccountPage() {
  const { email } = useMe().person;
  const { tabs } = t.account;
  return (
    <Page title={t.account.title} aside={<bdi>{email}</bdi>}>
      <Tabs
        label={t.account.pages}
        tabs={[
          { to: '/account', label: tabs.profile },
          { to: '/account/security', label: tabs.security },
          { to: '/account/sessions', label: tabs.sessions },
        ]}
      />
      <Suspense>
        <Outlet />
      </Suspense>
    </Page>
  );
}
