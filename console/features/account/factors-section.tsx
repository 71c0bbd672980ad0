/** Second factors: what is asked for besides the password, and the codes for the day it is lost. */
import { Button } from '@mantine/core';
import { IconDeviceMobileMessage, IconLifebuoy, IconShieldLock } from '@tabler/icons-react';
import { Suspense, useState } from 'react';
import { Link } from 'react-router';
import { Factor, type FactorsView } from '../../../shared/contract/factors.ts';
import { accountTexts } from '../../texts/account.ts';
import { formatDate } from '../../ui/format.ts';
import { later } from '../../ui/later.ts';
import { Section } from '../../ui/section.tsx';
import { Fact } from './fact.tsx';

const RemoveFactorDialog = later(async () => (await import('./remove-factor-dialog.tsx')).RemoveFactorDialog);
const RenewCodesDialog = later(async () => (await import('./renew-codes-dialog.tsx')).RenewCodesDialog);

const icons = { authenticator: IconShieldLock, sms: IconDeviceMobileMessage };

export function FactorsSection({ mfa }: { mfa: FactorsView }) {
  const [removing, setRemoving] = useState<Factor>();
  const words = accountTexts.account.factors;
  const shown = Factor.options.filter(
    factor => mfa.enrolled.includes(factor) || mfa.allowed.includes(factor),
  );
  return (
    <Section title={words.title} lead={mfa.required ? `${words.lead} ${words.required}` : words.lead}>
      {shown.map(factor =>
        mfa.enrolled.includes(factor) ? (
          <Enrolled key={factor} factor={factor} mfa={mfa} onRemove={() => setRemoving(factor)} />
        ) : (
          <Missing key={factor} factor={factor} />
        ),
      )}
      {mfa.enrolled.length > 0 && <RecoveryCodesLeft left={mfa.recoveryCodesLeft} />}
      <Suspense>
        {removing && (
          <RemoveFactorDialog factor={removing} mfa={mfa} onClose={() => setRemoving(undefined)} />
        )}
      </Suspense>
    </Section>
  );
}

type EnrolledProps = { factor: Factor; mfa: FactorsView; onRemove: () => void };

function Enrolled({ factor, mfa: { enrolledAt, telephone }, onRemove }: EnrolledProps) {
  const words = accountTexts.account.factors;
  const Icon = icons[factor];
  const since = enrolledAt[factor];
  const parts = [factor === 'sms' && telephone, since && words.since(formatDate(since))];
  return (
    <Fact
      icon={<Icon size={20} stroke={1.75} />}
      name={words.names[factor]}
      more={parts.filter(Boolean).join(' · ')}
      actions={
        <Button
          variant="subtle"
          color="gray"
          aria-label={words.removeNamed(words.names[factor])}
          onClick={onRemove}
        >
          {words.remove}
        </Button>
      }
    />
  );
}

function Missing({ factor }: { factor: Factor }) {
  const words = accountTexts.account.factors;
  const Icon = icons[factor];
  return (
    <Fact
      icon={<Icon size={20} stroke={1.75} />}
      name={words.names[factor]}
      more={words.explained[factor]}
      actions={
        <Button
          component={Link}
          to={`/second-factor?factor=${factor}&next=/account/security`}
          variant="default"
          aria-label={words.setUpNamed(words.names[factor])}
        >
          {words.setUp}
        </Button>
      }
    />
  );
}

function RecoveryCodesLeft({ left }: { left: number }) {
  const [open, setOpen] = useState(false);
  const words = accountTexts.account.factors;
  return (
    <>
      <Fact
        tone={left === 0 ? 'waiting' : undefined}
        icon={<IconLifebuoy size={20} stroke={1.75} />}
        name={words.codes}
        more={words.codesLeft(left)}
        actions={
          <Button variant="default" onClick={() => setOpen(true)}>
            {words.renew}
          </Button>
        }
      />
      <Suspense>{open && <RenewCodesDialog onClose={() => setOpen(false)} />}</Suspense>
    </>
  );
}
