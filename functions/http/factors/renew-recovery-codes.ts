import { decideRenewCodes, recoveryCodeCount } from '../../../shared/domain/recovery.ts';
import { done, type UseCase } from '../../runtime/use-case.ts';
import { changePerson } from '../../steps/change-person.ts';

export const renewRecoveryCodes: UseCase<'renew-recovery-codes'> = async ({ actor, origin }, ports) => {
  const codes = Array.from({ length: recoveryCodeCount }, () => ports.ids.recoveryCode());
  const hashes = codes.map(({ hash }) => hash);
  const renewed = await changePerson(actor.person, { actor, origin }, ports, it =>
    decideRenewCodes(it, hashes),
  );
  return renewed.ok ? done({ recoveryCodes: codes.map(({ code }) => code) }) : renewed;
};
