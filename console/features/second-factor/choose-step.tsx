/** Which second factor it is to be. */
import { UnstyledButton } from '@mantine/core';
import { IconChevronRight, IconDeviceMobileMessage, IconShieldLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Factor } from '../../../shared/contract/factors.ts';
import { accountTexts } from '../../texts/account.ts';
import { CenteredPage } from '../../ui/centered-page.tsx';
import { Emblem } from '../../ui/emblem.tsx';
import classes from './second-factor.module.css';

const icons = { authenticator: IconShieldLock, sms: IconDeviceMobileMessage };

type ChooseProps = { offered: readonly Factor[]; onChoose: (factor: Factor) => void; wayOut: ReactNode };

export function ChooseStep({ offered, onChoose, wayOut }: ChooseProps) {
  const { names, explained } = accountTexts.account.factors;
  return (
    <CenteredPage
      title={accountTexts.secondFactor.choose.title}
      lead={accountTexts.secondFactor.choose.lead}
      emblem={<Emblem icon={<IconShieldLock />} />}
    >
      <div className={classes.choices}>
        {offered.map(factor => {
          const Icon = icons[factor];
          return (
            <UnstyledButton key={factor} className={classes.choice} onClick={() => onChoose(factor)}>
              <Icon size={22} stroke={1.5} aria-hidden="true" />
              <span className={classes.words}>
                <span className={classes.name}>{names[factor]}</span>
                <span className={classes.explained}>{explained[factor]}</span>
              </span>
              <IconChevronRight size={16} aria-hidden="true" />
            </UnstyledButton>
          );
        })}
        {wayOut}
      </div>
    </CenteredPage>
  );
}
