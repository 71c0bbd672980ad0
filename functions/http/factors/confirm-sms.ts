import type { UseCase } from '../../runtime/use-case.ts';
import { enrolFactor } from '../../steps/enrol-factor.ts';

export const confirmSms: UseCase<'confirm-sms'> = (ask, ports) =>
  enrolFactor('sms', ask, ports, () => ports.identity.confirmTelephone(ask.accessToken, ask.input.code));
