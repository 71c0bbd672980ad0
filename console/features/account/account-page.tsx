/** One's own account: who one is, how one signs in, and where one is signed in. */
import { Suspense } from 'react';
import { Outlet } from 'react-router';
import { useMe } from '../../api/actor.ts';
import { accountTexts } from '../../texts/account.ts';
import { Page } from '../../ui/page.tsx';
import { Tabs } from '../../ui/tabs.tsx';

export function AccountPage() {
  const { email } = useMe().person;
  const { tabs } = accountTexts.account;
  return (
    <Page title={accountTexts.account.title} aside={<bdi>{email}</bdi>}>
      <Tabs
        label={accountTexts.account.pages}
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
