/** The keyboard's shortcuts, and a switch for whoever does not want them. */
import { Kbd, Switch } from '@mantine/core';
import { useRemembered } from '../../state/remembered.ts';
import { t } from '../../texts/texts.ts';
import { Modal } from '../../ui/modal.tsx';
import { shortcutsOn } from '../../ui/shortcuts.ts';
import classes from './shell.module.css';

const keys = [
  { key: 'c', does: () => t.help.invite },
  { key: '?', does: () => t.help.help },
  { key: 'Esc', does: () => t.help.escape },
];

export function HelpDialog({ onClose }: { onClose: () => void }) {
  const [on, setOn] = useRemembered(shortcutsOn);
  return (
    <Modal title={t.help.title} onClose={onClose}>
      <dl className={classes.keys}>
        {keys.map(({ key, does }) => (
          <div key={key}>
            <dt>{does()}</dt>
            <dd>
              <Kbd>{key}</Kbd>
            </dd>
          </div>
        ))}
      </dl>
      <Switch
        label={t.help.single}
        description={t.help.singleWhy}
        checked={on === 'on'}
        onChange={event => setOn(event.currentTarget.checked ? 'on' : 'off')}
      />
    </Modal>
  );
}
