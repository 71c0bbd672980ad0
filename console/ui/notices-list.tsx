/** Draws the notices. */
import { Notifications } from '@mantine/notifications';

export function NoticesList() {
  return <Notifications position="bottom-right" />;
}
