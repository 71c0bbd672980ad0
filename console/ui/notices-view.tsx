/** Where notices appear. What draws them is loaded with the first one. */
import { notificationsStore } from '@mantine/notifications';
import { Suspense, useSyncExternalStore } from 'react';
import { later } from './later.ts';

const NoticesList = later(async () => (await import('./notices-list.tsx')).NoticesList);

let told = false;

function everTold(): boolean {
  told ||= notificationsStore.getState().notifications.length > 0;
  return told;
}

export function NoticesView() {
  const any = useSyncExternalStore(notificationsStore.subscribe, everTold);
  return <Suspense>{any && <NoticesList />}</Suspense>;
}
