/** The buttons above the table. What they open is loaded when it is wanted. */
import { Button, type ButtonProps } from '@mantine/core';
import { IconBookmarks, IconColumns3, IconFilter } from '@tabler/icons-react';
import { type ReactNode, type RefObject, Suspense, useState } from 'react';
import { usersTexts } from '../../../texts/users.ts';
import { later } from '../../../ui/later.ts';
import { Popover } from '../../../ui/popover.tsx';
import type { FindProps } from './toolbar.tsx';

const loadFilters = async () => (await import('./filter-menu.tsx')).FilterMenu;
const FilterMenu = later(loadFilters);
const loadColumns = async () => (await import('./columns-menu.tsx')).ColumnsMenu;
const ColumnsMenu = later(loadColumns);
const loadViews = async () => (await import('./views-menu.tsx')).ViewsMenu;
const ViewsMenu = later(loadViews);
const SaveViewDialog = later(async () => (await import('./save-view-dialog.tsx')).SaveViewDialog);

export function AddFilter({ button, ...props }: FindProps & { button: RefObject<HTMLButtonElement | null> }) {
  return (
    <Opens words={usersTexts.users.addFilter} Icon={IconFilter} load={loadFilters} button={button}>
      <FilterMenu {...props} />
    </Opens>
  );
}

export function ColumnsButton(props: FindProps) {
  return (
    <Opens align="end" words={usersTexts.users.chooseColumns} Icon={IconColumns3} load={loadColumns}>
      <ColumnsMenu {...props} />
    </Opens>
  );
}

export function ViewsButton(props: FindProps) {
  const [saving, setSaving] = useState(false);
  return (
    <>
      <Opens align="end" words={usersTexts.users.views} Icon={IconBookmarks} load={loadViews}>
        <ViewsMenu {...props} onSave={() => setSaving(true)} />
      </Opens>
      <Suspense>{saving && <SaveViewDialog {...props} onClose={() => setSaving(false)} />}</Suspense>
    </>
  );
}

type OpensProps = {
  words: string;
  Icon: typeof IconFilter;
  load: () => unknown;
  button?: RefObject<HTMLButtonElement | null>;
  align?: 'end';
  children: ReactNode;
};

/** A button that opens something. */
function Opens({ words, Icon, load, button, align, children }: OpensProps) {
  const looks: ButtonProps = {
    size: 'sm',
    variant: 'default',
    leftSection: <Icon size={16} aria-hidden="true" />,
  };
  return (
    <Popover
      label={words}
      align={align}
      button={props => (
        <Button {...looks} {...props} ref={button} onPointerEnter={load} onFocus={load}>
          {words}
        </Button>
      )}
    >
      {children}
    </Popover>
  );
}
