/** In place of what does not exist, or is not the reader's to see. */
import { Button } from '@mantine/core';
import { IconMapQuestion } from '@tabler/icons-react';
import { Link } from 'react-router';
import { t } from '../texts/texts.ts';
import { DocumentTitle } from './document-title.tsx';
import { Empty } from './empty.tsx';

export function NotFound() {
  return (
    <>
      <DocumentTitle>{t.notFound.title}</DocumentTitle>
      <Empty
        level={1}
        icon={<IconMapQuestion stroke={1.75} />}
        title={t.notFound.title}
        action={
          <Button component={Link} to="/" variant="default">
            {t.notFound.home}
          </Button>
        }
      >
        {t.notFound.lead}
      </Empty>
    </>
  );
}
