import type { Answer } from '../http/endpoint.ts';
import { escapeXml } from '../protocol/xml.ts';

const style =
  'body{font:16px/1.5 sans-serif;max-width:32rem;margin:4rem auto;padding:0 1rem}' +
  'form{display:inline}button,input{font:inherit;padding:.4rem 1rem;margin-right:.5rem}code{font-size:1.5rem}';

/** A page of the sign-in site. `body` is HTML; what comes from outside must be escaped by then. */
export function page(status: number, title: string, body: string): Answer {
  return {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    },
    body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escapeXml(title)}</title><style>${style}</style></head><body><main><h1>${escapeXml(title)}</h1>${body}</main></body></html>`,
  };
}

/** What a person is asked, with both answers as buttons. */
export function consentPage(ask: { id: string; clientName: string; userName: string; userCode?: string }): Answer {
  const code = ask.userCode
    ? `<p>Check that the program shows this code: <code>${escapeXml(ask.userCode)}</code></p>`
    : '';
  const answer = (decision: string, label: string) =>
    `<form method="post" action="/decide"><input type="hidden" name="id" value="${escapeXml(ask.id)}"><button name="decision" value="${decision}">${label}</button></form>`;
  return page(
    200,
    `Allow ${ask.clientName} to access your data?`,
    `<p>Signed in as ${escapeXml(ask.userName)}.</p>${code}${answer('approve', 'Allow access')}${answer('refuse', 'Deny access')}`,
  );
}

export function codePage(problem = ''): Answer {
  return page(
    200,
    'Authorization requested',
    `${problem && `<p role="alert">${escapeXml(problem)}</p>`}<form action="/device"><label>Code <input name="user_code" autofocus></label><button>Confirm and continue</button></form>`,
  );
}
