import { escapeXml } from '../protocol/xml.ts';
import { sessionArn } from '../state/identity.ts';
import type { Session } from '../state/model.ts';

const page = (title: string, body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body>${body}</body></html>`;

/** What the console's header says: account, role or federated user, and where the person was going. */
export function consolePage(session: Session, destination: URL, endsAt: number): string {
  const { account, identity } = session;
  const who =
    identity.kind === 'role'
      ? `${identity.role.name}/${identity.sessionName}`
      : identity.kind === 'federated'
        ? identity.name
        : identity.user.name;
  const rows = {
    Account: `${account.id} (${account.name})`,
    [identity.kind === 'role' ? 'Role' : 'Federated user']: who,
    Identity: sessionArn(session),
    Destination: destination.href,
    'Signed in until': new Date(endsAt).toISOString(),
  };
  const terms = Object.entries(rows).map(([term, text]) => `<dt>${term}</dt><dd>${escapeXml(text)}</dd>`);
  const link = `/console/${destination.hostname}${destination.pathname}${destination.search}`;
  return page(
    `${escapeXml(account.name)} – AWS Console (sandbox)`,
    `<h1>AWS Console (sandbox)</h1><dl>${terms.join('')}</dl><a href="${escapeXml(link)}">Go to the page</a>`,
  );
}

export function errorPage(message: string): string {
  return page('Amazon Web Services Sign-In (sandbox)', `<h1>Error</h1><p>${escapeXml(message)}</p>`);
}
