/** The password: nobody sees it, everybody may change their own. */
import { Button } from '@mantine/core';
import { Suspense, useState } from 'react';
import { accountTexts } from '../../texts/account.ts';
import { later } from '../../ui/later.ts';
import { Section } from '../../ui/section.tsx';
import { Fact } from './fact.tsx';

const ChangePasswordDialog = later(
  async () => (await import('./change-password-dialog.tsx')).ChangePasswordDialog,
);

export function PasswordSection() {
  const [open, setOpen] = useState(false);
  const words = accountTexts.account.password;
  return (
    <Section title={words.title} lead={words.lead}>
      <Fact
        name={<span aria-hidden="true">••••••••••••</span>}
        actions={
          <Button variant="default" onClick={() => setOpen(true)}>
            {words.change}
          </Button>
        }
      />
      <Suspense>{open && <ChangePasswordDialog onClose={() => setOpen(false)} />}</Suspense>
    </Section>
  );
}
