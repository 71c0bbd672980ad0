/** Setting up text messages: a telephone, and the code that was sent to it. */
import { useState } from 'react';
import { SmsCodeForm } from './sms-code-form.tsx';
import type { StepProps, Telephone } from './step.ts';
import { TelephoneForm } from './telephone-form.tsx';

export function SmsStep({ onProven, onOther, wayOut }: StepProps) {
  /** Once a code went there. */
  const [telephone, setTelephone] = useState<Telephone>();
  if (!telephone) return <TelephoneForm onSent={setTelephone} onOther={onOther} wayOut={wayOut} />;
  return (
    <SmsCodeForm
      telephone={telephone}
      onProven={onProven}
      onOtherNumber={() => setTelephone(undefined)}
      wayOut={wayOut}
    />
  );
}
