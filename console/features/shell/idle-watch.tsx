/** Signs out when nobody has used any tab for as long as the organization allows, and warns a minute before. */
import { useQuery } from '@tanstack/react-query';
import { Suspense, useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { queries } from '../../api/queries.ts';
import { lastUse, noteUse } from '../../state/last-use.ts';
import { later } from '../../ui/later.ts';

const IdleDialog = later(async () => (await import('./idle-dialog.tsx')).IdleDialog);

const warning = 60_000;

export function IdleWatch({ org }: { org: string }) {
  const minutes = useQuery(queries.organization(org)).data?.idleSignOutMinutes;
  return minutes === undefined ? null : <Watch key={minutes} life={minutes * 60_000} />;
}

const uses = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

function Watch({ life }: { life: number }) {
  const navigate = useNavigate();
  const left = useLeft(life);
  const warned = left <= warning;
  const over = left <= 0;
  // Once warned, only the answer counts as use: a cat on the desk keeps nobody signed in.
  useEffect(() => {
    if (warned) return;
    const note = () => noteUse();
    for (const use of uses) window.addEventListener(use, note, { passive: true });
    return () => {
      for (const use of uses) window.removeEventListener(use, note);
    };
  }, [warned]);
  useEffect(() => {
    if (over) navigate('/sign-out', { replace: true, state: { wanted: true, idle: true } });
  }, [over, navigate]);
  if (!warned || over) return null;
  return (
    <Suspense>
      <IdleDialog left={left} onLeave={() => navigate('/sign-out', { state: { wanted: true } })} />
    </Suspense>
  );
}

/** What is left of the time, again every second; a machine that slept finds out when it wakes. */
function useLeft(life: number): number {
  const [left, setLeft] = useState(life);
  useEffect(() => {
    noteUse();
    const look = () => setLeft(lastUse() + life - Date.now());
    const timer = setInterval(look, 1000);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [life]);
  return left;
}
