/**
 * Setting up a second factor: which one, the proof that it works, and the codes for the day it is lost. Whoever must have
 * one comes here before anything else; anybody else from their profile.
 */
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Navigate, useLocation, useNavigate, useSearchParams } from 'react-router';
import { Factor } from '../../../shared/contract/factors.ts';
import { awaitedFactors, useMe } from '../../api/actor.ts';
import { askForMe } from '../../api/me-cache.ts';
import { safePath } from '../../state/safe-path.ts';
import { accountTexts } from '../../texts/account.ts';
import { CenteredPage } from '../../ui/centered-page.tsx';
import { notify } from '../../ui/notices.tsx';
import { RecoveryCodes } from '../../ui/recovery-codes.tsx';
import { AuthenticatorStep } from './authenticator-step.tsx';
import { ChooseStep } from './choose-step.tsx';
import { SmsStep } from './sms-step.tsx';
import { WayOut } from './way-out.tsx';

export function SecondFactorPage() {
  const me = useMe();
  const [search] = useSearchParams();
  // Once the factor is there nothing is awaited any more, and the codes are still to be kept.
  const [awaited] = useState(() => awaitedFactors(me));
  const wanted = Factor.safeParse(search.get('factor')).data;
  const offered = awaited ?? me.person.mfa.allowed;
  if (!awaited && !wanted) return <Navigate to="/account/security" replace />;
  return (
    <SetUp
      offered={offered}
      first={wanted ?? only(offered)}
      next={safePath(search.get('next'))}
      awaited={Boolean(awaited)}
    />
  );
}

function only(factors: readonly Factor[]): Factor | undefined {
  return factors.length === 1 ? factors[0] : undefined;
}

type SetUpProps = { offered: readonly Factor[]; first?: Factor; next: string; awaited: boolean };

function SetUp({ offered, first, next, awaited }: SetUpProps) {
  const [factor, setFactor] = useState(first);
  const [codes, setCodes] = useState<readonly string[]>();
  const finish = useFinish(next);
  if (codes) {
    return (
      <CenteredPage title={accountTexts.recoveryCodes.title} news>
        <RecoveryCodes codes={codes} onKept={() => finish(factor)} />
      </CenteredPage>
    );
  }
  const wayOut = <WayOut awaited={awaited} next={next} />;
  if (!factor) return <ChooseStep offered={offered} onChoose={setFactor} wayOut={wayOut} />;
  const Step = factor === 'authenticator' ? AuthenticatorStep : SmsStep;
  const other = offered.find(one => one !== factor);
  return (
    <Step
      onProven={({ recoveryCodes }) => (recoveryCodes ? setCodes(recoveryCodes) : finish(factor))}
      onOther={awaited && other ? () => setFactor(other) : undefined}
      wayOut={wayOut}
    />
  );
}

/** On to the page that was wanted, with a whole session. */
function useFinish(next: string) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { state } = useLocation();
  return async (factor: Factor | undefined) => {
    await askForMe(client);
    navigate(next, { replace: true, state });
    if (factor) notify(accountTexts.secondFactor.done[factor]);
  };
}
