import { createHash } from 'node:crypto';

const style = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; }
main { max-width: 28rem; padding: 2rem; }
h1 { font-size: 1.25rem; font-weight: 600; margin: 0 0 .5rem; }
p { margin: 0; opacity: .8; }
`;
const styleDigest = createHash('sha256').update(style).digest('base64');

const texts = {
  given: ['Back to Rolecall', 'Rolecall has your sign-in and goes on by itself. You can close this tab.'],
  refused: ['Not signed in', 'The request was refused, and nothing was changed. You can close this tab.'],
} as const;

/** The page at the end of a sign-in. It says the same to everybody: nothing of the address is in it. */
export function answerPage(outcome: keyof typeof texts): {
  readonly html: string;
  readonly headers: Record<string, string>;
} {
  const [title, text] = texts[outcome];
  const html = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Rolecall: ${title}</title>
<style>${style}</style>
<main><h1>${title}</h1><p>${text}</p></main>
</html>
`;
  return {
    html,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${styleDigest}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
      Connection: 'close',
    },
  };
}
