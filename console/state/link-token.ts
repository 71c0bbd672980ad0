/**
 * The secret of a mailed link. It comes in the fragment, which no server sees, and is taken out of the address at
 * once, so that it stands in no history and on no shared screen; a reload still knows it.
 */
import { useEffect } from 'react';
import { useLocation, useNavigate } from 'react-router';

export function useLinkToken(): string | undefined {
  const { hash, pathname, state } = useLocation();
  const navigate = useNavigate();
  const arrived = hash.slice(1);
  useEffect(() => {
    if (arrived) navigate(pathname, { replace: true, state: { token: arrived } });
  }, [arrived, navigate, pathname]);
  return arrived || state?.token;
}
