/** A country and a telephone number: read by the country's rules, unless the number names another with a plus sign. */
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { t } from '../texts/texts.ts';
import { countryChoices } from './countries.ts';
import fields from './fields.module.css';
import type { ChoiceProps, TextProps } from './form.ts';
import { SearchSelect } from './search-select.tsx';
import classes from './telephone-fields.module.css';
import type { LoadedLater } from './use-telephone.ts';

type TelephoneProps = {
  country: ChoiceProps & { label: string };
  number: TextProps & { label: string };
  /** Takes the number as its country writes it. */
  onSpellOut: (number: string) => void;
  telephone: LoadedLater;
};

export function CountryAndTelephone({ country, number, onSpellOut, telephone }: TelephoneProps) {
  const { known, load } = telephone;
  const [choices] = useState(countryChoices);
  const code = known?.callingCode(country.value);
  return (
    <div className={fields.two}>
      <SearchSelect {...country} choices={choices} nothing={t.noCountry} />
      <TextInput
        {...number}
        type="tel"
        autoComplete="tel"
        leftSection={code && <span className={classes.calling}>{code}</span>}
        leftSectionWidth={code ? 56 : undefined}
        onFocus={load}
        onChange={event => {
          load();
          number.onChange(event);
        }}
        onBlur={() => known && onSpellOut(known.spellTelephone(number.value, country.value))}
      />
    </div>
  );
}
