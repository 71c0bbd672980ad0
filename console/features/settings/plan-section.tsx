/** The plan: what it includes, and what of it is used. */
import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { SettingsView } from '../../../shared/contract/organizations.ts';
import { queries } from '../../api/queries.ts';
import { settingsTexts } from '../../texts/settings.ts';
import { formatNumber, formatTime } from '../../ui/format.ts';
import { Meter } from '../../ui/meter.tsx';
import { Section } from '../../ui/section.tsx';
import classes from './settings.module.css';

export function PlanSection({ settings }: { settings: SettingsView }) {
  const { plan, approvingPartner } = settings;
  const words = settingsTexts.plan;
  return (
    <Section {...settingsTexts.sections.plan}>
      <dl className={classes.facts}>
        <Fact name={words.name}>
          <span className={classes.plan}>{plan.name}</span>
        </Fact>
        <Usage org={settings.id} apiAccess={plan.apiAccess} />
        {approvingPartner && (
          <Fact name={words.approvingPartner}>
            <bdi>{approvingPartner.name}</bdi>
          </Fact>
        )}
      </dl>
    </Section>
  );
}

function Usage({ org, apiAccess }: { org: string; apiAccess: boolean }) {
  const words = settingsTexts.plan;
  const usage = useQuery(queries.usage(org)).data;
  const of = (used: number, total: number) => words.seatsOf(formatNumber(used), formatNumber(total));
  return (
    <>
      <Fact name={words.seats} why={words.seatsWhy}>
        {usage ? (
          <Meter {...usage.seats} label={words.seats} words={of(usage.seats.used, usage.seats.total)} />
        ) : (
          <Skeleton height={14} width={160} />
        )}
      </Fact>
      <Fact name={words.invitations} why={usage && words.resets(formatTime(usage.invitations.resetsAt))}>
        {usage ? (
          <Meter
            label={words.invitations}
            used={usage.invitations.used}
            total={usage.invitations.limit}
            words={of(usage.invitations.used, usage.invitations.limit)}
          />
        ) : (
          <Skeleton height={14} width={160} />
        )}
      </Fact>
      <Fact
        name={words.apiAccess}
        why={apiAccess && usage ? words.apiUsers(formatNumber(usage.apiUsers)) : undefined}
      >
        {apiAccess ? words.included : words.notIncluded}
      </Fact>
    </>
  );
}

function Fact({ name, why, children }: { name: string; why?: string; children: ReactNode }) {
  return (
    <div className={classes.fact}>
      <dt>{name}</dt>
      <dd>
        {children}
        {why && <span className={classes.why}>{why}</span>}
      </dd>
    </div>
  );
}
