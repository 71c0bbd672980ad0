/** The drawer to invite somebody in: opened here, or by the link that led here. */
import { useEffect, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';

export function useInviteDrawer(mayInvite: boolean) {
  const { search, state } = useLocation();
  const navigate = useNavigate();
  const isAsked = mayInvite && state?.invite === true;
  const [drawer, setDrawer] = useState<'never-opened' | 'open' | 'closed'>(isAsked ? 'open' : 'never-opened');
  // Whoever reloads the page, or comes back to it, has not asked again.
  useEffect(() => {
    if (isAsked) void navigate({ search }, { replace: true });
  }, [isAsked, navigate, search]);
  return [drawer, setDrawer] as const;
}
