import '@mantine/core/styles.css';
import '../page.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';

const root = document.getElementById('root');
const about = document.querySelector<HTMLMetaElement>('meta[name="platform"]');
if (root === null || about === null) throw new TypeError('the page lacks what its script needs');
createRoot(root).render(
  <StrictMode>
    <App platform={about.content} nonce={about.nonce ?? ''} />
  </StrictMode>,
);
