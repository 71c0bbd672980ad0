/** One's own profile in one form: saved together, checked against what was saved from elsewhere meanwhile. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Me } from '../../../shared/contract/auth.ts';
import { EditMe } from '../../../shared/contract/edit-me.ts';
import { problemOf } from '../../api/problem.ts';
import { accountTexts } from '../../texts/account.ts';
import { ChangedMeanwhile } from '../../ui/changed-meanwhile.tsx';
import { useContractForm } from '../../ui/form.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { broughtTogether, type Meanwhile } from '../../ui/meanwhile.ts';
import { DiscardDialog, useUnsavedGuard } from '../../ui/unsaved.tsx';
import { useTelephone } from '../../ui/use-telephone.ts';
import classes from './account.module.css';
import { AboutYou, Writing } from './profile-sections.tsx';
import { changesIn, type ProfileValues, valuesOf } from './profile-values.ts';
import { wordsOf } from './profile-words.ts';
import { useSaveProfile } from './use-save-profile.ts';

export function ProfileForm({ me }: { me: Me }) {
  const guard = useUnsavedGuard(() => undefined);
  const telephone = useTelephone();
  // What the form began with: a newer answer does not change what somebody is typing.
  const [base, setBase] = useState(me);
  const before = valuesOf(base.person);
  const [meanwhile, setMeanwhile] = useState<Meanwhile<ProfileValues>[]>([]);
  const changes = (values: ProfileValues) => changesIn(values, before, telephone.known);
  const form = useContractForm({
    initial: before,
    schema: EditMe,
    body: changes,
    labels: accountTexts.account.labels,
    onChange: guard.note,
    send: values => save.mutate(changes(values)),
  });
  const save = useSaveProfile(base, {
    onSaved: saved => {
      setBase(saved);
      setMeanwhile([]);
      form.setAll(valuesOf(saved.person));
      guard.closeNow();
    },
    onStale: theirs => {
      const together = broughtTogether(before, valuesOf(theirs.person), form.values);
      setBase(theirs);
      setMeanwhile(together.meanwhile);
      form.setAll(together.values);
    },
    onRefused: form.show,
  });
  const stale = save.error && problemOf(save.error).kind === 'stale-version';
  const changed = Object.keys(changes(form.values)).length > 0;
  return (
    <form {...form.props} className={classes.form}>
      <AboutYou form={form} telephoneBefore={before.telephone} telephone={telephone} />
      <Writing form={form} />
      <div className={classes.bar}>
        {!stale && <FormProblem form={form} error={save.error} />}
        {meanwhile.length > 0 && (
          <ChangedMeanwhile
            meanwhile={meanwhile}
            label={field => accountTexts.account.labels[field]}
            words={wordsOf}
            onTake={({ field, theirs }) => {
              form.set(field, theirs as never); // a value of that very field
              setMeanwhile(meanwhile.filter(change => change.field !== field));
            }}
          />
        )}
        <Button type="submit" className={classes.save} loading={save.isPending} disabled={!changed}>
          {accountTexts.account.save}
        </Button>
      </div>
      {guard.asking && (
        <DiscardDialog text={accountTexts.account.discard} onKeep={guard.keep} onDiscard={guard.discard} />
      )}
    </form>
  );
}
