/** Where the console begins. */
import '@fontsource-variable/inter/index.css';
import './theme/mantine.css';
import 'virtual:theme.css';
import './theme/global.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router';
import * as z from 'zod/mini';
import { onSignedOutElsewhere } from './api/other-tabs.ts';
import { createQueryClient, endSession } from './api/query-client.ts';
import { createRouter } from './router.tsx';
import { loadTexts } from './texts/texts.ts';
import { ThemeProvider } from './theme/theme-provider.tsx';
import { NoticesView } from './ui/notices-view.tsx';

// Compiling schemas into functions is what the content security policy forbids.
z.config({ jitless: true });
await loadTexts();

const router = createRouter();
const client = createQueryClient(() => void leave(true));
onSignedOutElsewhere(() => void leave(false));

const behindSignIn = /^\/(o|account|second-factor)(\/|$)/;

/** Shows the sign-in page to somebody whose session is over, and brings them back here afterwards. */
async function leave(ended: boolean) {
  const { pathname, search } = router.state.location;
  if (!behindSignIn.test(pathname)) return endSession(client);
  await router.navigate(`/sign-in?next=${encodeURIComponent(pathname + search)}`, {
    replace: true,
    state: { ended },
  });
  endSession(client);
}

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <ThemeProvider>
        <QueryClientProvider client={client}>
          <RouterProvider router={router} />
          <NoticesView />
        </QueryClientProvider>
      </ThemeProvider>
    </StrictMode>,
  );
}
