/** Where the codes are to go. */
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { BeginSms } from '../../../shared/contract/factors.ts';
import { useMe } from '../../api/actor.ts';
import { call } from '../../api/api.ts';
import { problemOf } from '../../api/problem.ts';
import { accountTexts } from '../../texts/account.ts';
import { CenteredPage } from '../../ui/centered-page.tsx';
import { likelyCountry } from '../../ui/countries.ts';
import fields from '../../ui/fields.module.css';
import { useContractForm } from '../../ui/form.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { CountryAndTelephone } from '../../ui/telephone-fields.tsx';
import { useTelephone } from '../../ui/use-telephone.ts';
import classes from './second-factor.module.css';
import type { StepProps, Telephone } from './step.ts';

type TelephoneFormProps = Omit<StepProps, 'onProven'> & { onSent: (telephone: Telephone) => void };

type Values = { country: string | null; telephone: string };

export function TelephoneForm({ onSent, onOther, wayOut }: TelephoneFormProps) {
  const { person } = useMe();
  const telephone = useTelephone();
  const words = accountTexts.secondFactor.sms;
  const e164 = ({ country, telephone: typed }: Values) => telephone.known?.toE164(typed, country) ?? typed;
  const form = useContractForm<Values>({
    initial: { country: person.country ?? likelyCountry(), telephone: person.telephone ?? '' },
    schema: BeginSms,
    body: values => ({ telephone: e164(values) }),
    labels: words.labels,
    send: values => send.mutate(e164(values)),
  });
  const send = useMutation({
    mutationFn: (number: string) => call('begin-sms', { telephone: number }),
    onSuccess: (_, number) =>
      onSent({ number, words: telephone.known?.spellTelephone(number, null) ?? number }),
    onError: thrown => form.show(problemOf(thrown)),
  });
  return (
    <CenteredPage title={words.title} lead={words.lead} news>
      <form {...form.props} className={fields.fields}>
        <FormProblem form={form} error={send.error} />
        <CountryAndTelephone
          country={{ ...form.choice('country'), label: words.labels.country }}
          number={{ ...form.text('telephone'), label: words.labels.telephone }}
          onSpellOut={number => form.set('telephone', number)}
          telephone={telephone}
        />
        <Button type="submit" fullWidth loading={send.isPending}>
          {words.send}
        </Button>
        <div className={classes.others}>
          {onOther && (
            <Button variant="subtle" fullWidth onClick={onOther}>
              {words.instead}
            </Button>
          )}
          {wayOut}
        </div>
      </form>
    </CenteredPage>
  );
}
