/** Everything that can be set, in one form: saved together, checked against what others have saved meanwhile. */
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { EditSettings, type SettingsView } from '../../../shared/contract/organizations.ts';
import { call } from '../../api/api.ts';
import { problemOf } from '../../api/problem.ts';
import { queries } from '../../api/queries.ts';
import { settingsTexts } from '../../texts/settings.ts';
import { ChangedMeanwhile } from '../../ui/changed-meanwhile.tsx';
import { type ContractForm, useContractForm } from '../../ui/form.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { broughtTogether, type Meanwhile } from '../../ui/meanwhile.ts';
import { notify } from '../../ui/notices.tsx';
import { DiscardDialog, useUnsavedGuard } from '../../ui/unsaved.tsx';
import classes from './settings.module.css';
import { CompanySection, ContactsSection, LanguageSection } from './settings-company.tsx';
import { InvitationsSection, SignInSection } from './settings-people.tsx';
import { changesIn, type SettingsValues, valuesOf } from './settings-values.ts';
import { wordsOf } from './settings-words.ts';

export type SettingsFormProps = { form: ContractForm<SettingsValues>; editable: boolean };

export function SettingsForm({ settings, editable }: { settings: SettingsView; editable: boolean }) {
  const guard = useUnsavedGuard(() => undefined);
  // What the form began with: a newer answer does not change what somebody is typing.
  const [base, setBase] = useState(settings);
  const [meanwhile, setMeanwhile] = useState<Meanwhile<SettingsValues>[]>([]);
  const form = useContractForm({
    initial: valuesOf(base),
    schema: EditSettings,
    body: values => changesIn(values, valuesOf(base), settings.id),
    labels: settingsTexts.labels,
    onChange: guard.note,
    send: values => save.mutate(values),
    about: { 'api-access-excludes-mfa': 'requireMfa' },
  });
  const save = useSave(base, {
    onSaved: saved => {
      setBase(saved);
      setMeanwhile([]);
      form.setAll(valuesOf(saved));
      guard.closeNow();
    },
    onStale: theirs => {
      const together = broughtTogether(valuesOf(base), valuesOf(theirs), form.values);
      setBase(theirs);
      setMeanwhile(together.meanwhile);
      form.setAll(together.values);
    },
    onRefused: thrown => form.show(problemOf(thrown)),
  });
  const changed = JSON.stringify(form.values) !== JSON.stringify(valuesOf(base));
  const stale = save.error && problemOf(save.error).kind === 'stale-version';
  return (
    <form {...form.props} className={classes.form}>
      <fieldset disabled={!editable} className={classes.everything}>
        <CompanySection form={form} editable={editable} />
        <ContactsSection form={form} editable={editable} />
        <InvitationsSection form={form} editable={editable} />
        <SignInSection form={form} editable={editable} />
        <LanguageSection form={form} editable={editable} />
      </fieldset>
      <div className={classes.bar}>
        {!stale && <FormProblem form={form} error={save.error} />}
        {meanwhile.length > 0 && (
          <ChangedMeanwhile
            meanwhile={meanwhile}
            label={field => settingsTexts.labels[field]}
            words={wordsOf}
            onTake={({ field, theirs }) => {
              form.set(field, theirs as never); // a value of that very field
              setMeanwhile(meanwhile.filter(change => change.field !== field));
            }}
          />
        )}
        {editable ? (
          <Button type="submit" className={classes.save} loading={save.isPending} disabled={!changed}>
            {settingsTexts.save}
          </Button>
        ) : (
          <p className={classes.why}>{settingsTexts.readOnly}</p>
        )}
      </div>
      {guard.asking && (
        <DiscardDialog text={settingsTexts.discard} onKeep={guard.keep} onDiscard={guard.discard} />
      )}
    </form>
  );
}

type Outcomes = {
  onSaved: (saved: SettingsView) => void;
  onStale: (theirs: SettingsView) => void;
  onRefused: (thrown: Error) => void;
};

function useSave(base: SettingsView, { onSaved, onStale, onRefused }: Outcomes) {
  const client = useQueryClient();
  const { id: org, version } = base;
  return useMutation({
    mutationFn: (values: SettingsValues) =>
      call('edit-settings', changesIn(values, valuesOf(base), org), { version }),
    onSuccess: saved => {
      client.setQueryData(queries.settings(org).queryKey, saved);
      void client.invalidateQueries({ queryKey: queries.organization(org).queryKey });
      onSaved(saved);
      notify(settingsTexts.saved);
    },
    onError: async thrown => {
      if (problemOf(thrown).kind !== 'stale-version') return onRefused(thrown);
      onStale(await client.fetchQuery({ ...queries.settings(org), staleTime: 0 }));
    },
  });
}
