import './ui/tokens.css';
import '@fontsource-variable/inter/index.css';
import './app/mantine.css';
import './app/theme.css';
import './ui/base.css';
import { startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { setNonce } from 'get-nonce';
import { App } from './app/App';
import { makeQueryClient } from './app/query-client';
import { makeRouter, soon } from './app/router';
import { preferredLanguage, speak } from './lib/i18n';
import { startWorker } from './lib/worker';

const nonce = document.querySelector<HTMLMetaElement>('meta[name=csp-nonce]')?.content ?? '';
setNonce(nonce);

const queryClient = makeQueryClient();
const router = makeRouter(queryClient);
// The page first, where it comes soon: then it is drawn once with its frame, in slices. A redraw of the router is one piece.
const page = Promise.allSettled([router.load()]);
await speak(preferredLanguage());
await Promise.race([page, new Promise((over) => setTimeout(over, soon))]);

const root = createRoot(document.getElementById('root')!);
// In slices: the skeleton stays, and the first key or tap is answered in between.
startTransition(() => root.render(<App nonce={nonce} queryClient={queryClient} router={router} />));
startWorker();
