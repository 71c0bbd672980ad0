/** The fields of a new organization. */
import { NativeSelect, Radio, Switch, TextInput } from '@mantine/core';
import { PlanName } from '../../../shared/contract/looked-after.ts';
import { Language } from '../../../shared/contract/text.ts';
import type { Staff } from '../../api/looked-after.ts';
import { organizationsTexts as words } from '../../texts/organizations.ts';
import fields from '../../ui/fields.module.css';
import type { ContractForm } from '../../ui/form.ts';
import { languageName } from '../../ui/format.ts';
import { OrganizationPicker } from '../../ui/organization-picker.tsx';
import { type CreateValues, mayBeApproved } from './create-values.ts';
import classes from './organizations.module.css';

type FieldsProps = { form: ContractForm<CreateValues>; staff: Staff };

const { labels, creation, kinds, plans } = words;

export function OrganizationFields({ form, staff }: FieldsProps) {
  return (
    <>
      <TextInput {...form.text('name')} label={labels.name} autoComplete="off" data-autofocus />
      {staff.actor.as === 'operator' && <KindField form={form} />}
      <div className={fields.two}>
        <NativeSelect
          {...form.text('plan')}
          label={labels.plan}
          data={PlanName.options.map(value => ({ value, label: plans[value] }))}
        />
        <SeatsField form={form} />
      </div>
      <NativeSelect
        {...form.text('language')}
        label={labels.language}
        data={[
          { value: '', label: creation.usualLanguage },
          ...Language.options.map(value => ({ value, label: languageName(value) })),
        ]}
      />
    </>
  );
}

function KindField({ form }: Pick<FieldsProps, 'form'>) {
  return (
    <Radio.Group {...form.choice('kind')} label={labels.kind}>
      <div className={classes.kinds}>
        {(['customer', 'partner'] as const).map(kind => (
          <Radio key={kind} value={kind} label={kinds[kind]} description={creation.kinds[kind]} />
        ))}
      </div>
    </Radio.Group>
  );
}

function SeatsField({ form }: Pick<FieldsProps, 'form'>) {
  return (
    <TextInput
      {...form.text('seats')}
      label={labels.seats}
      inputMode="numeric"
      autoComplete="off"
      onChange={event => form.set('seats', event.currentTarget.value.replace(/\D/g, ''))}
    />
  );
}

/** Who looks after it: whoever founds it, or the partner that the operator puts in charge. */
export function CareFields({ form, staff }: FieldsProps) {
  const chooses = staff.actor.as === 'operator';
  if (chooses && form.values.kind === 'partner') return null;
  const possible = mayBeApproved(form.values, staff);
  const why = chooses ? creation.approvalWhy : creation.approvalWhyOwn;
  return (
    <>
      {chooses && (
        <OrganizationPicker
          {...form.choice('lookedAfterBy')}
          staff={staff}
          label={labels.lookedAfterBy}
          kind="partner"
          none={creation.nobody}
          nothing={creation.noPartner}
        />
      )}
      <Switch
        {...form.checkbox('needsApproval')}
        checked={possible && form.values.needsApproval}
        label={labels.needsApproval}
        description={possible ? why : creation.approvalNeeds}
        disabled={!possible}
      />
    </>
  );
}

export function OwnerFields({ form }: Pick<FieldsProps, 'form'>) {
  return (
    <fieldset className={classes.owner}>
      <legend>{creation.owner}</legend>
      <p className={classes.why}>{creation.ownerWhy}</p>
      <div className={fields.two}>
        <TextInput {...form.text('owner.firstName')} label={labels['owner.firstName']} autoComplete="off" />
        <TextInput {...form.text('owner.lastName')} label={labels['owner.lastName']} autoComplete="off" />
      </div>
      <TextInput
        {...form.text('owner.email')}
        label={labels['owner.email']}
        type="email"
        autoComplete="off"
      />
    </fieldset>
  );
}
