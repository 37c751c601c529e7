import './ui/tokens.css';
import '@fontsource-variable/inter/index.css';
import './app/mantine.css';
import './ui/base.css';
import { startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { setNonce } from 'get-nonce';
import { App } from './app/App';
import { preferredLanguage, speak } from './lib/i18n';
import { startWorker } from './lib/worker';

const nonce = document.querySelector<HTMLMetaElement>('meta[name=csp-nonce]')?.content ?? '';
setNonce(nonce);

await speak(preferredLanguage());
const root = createRoot(document.getElementById('root')!);
// In slices: the skeleton stays, and the first key or tap is answered in between.
startTransition(() => root.render(<App nonce={nonce} />));
startWorker();
