import type { UseCase } from '../../runtime/use-case.ts';
import { enrolFactor } from '../../steps/enrol-factor.ts';

export const confirmAuthenticator: UseCase<'confirm-authenticator'> = (ask, ports) =>
  enrolFactor('authenticator', ask, ports, () =>
    ports.identity.confirmAuthenticator(ask.accessToken, ask.input.code),
  );
