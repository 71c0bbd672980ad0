/** An address that leads nowhere. */
import { NotFound } from '../../ui/not-found.tsx';

export function NotFoundPage() {
  return (
    <main>
      <NotFound />
    </main>
  );
}
