import type { Locator, Page } from 'playwright';

/** The row of one profile: its accessible name begins with the profile's. */
export function optionNamed(popover: Page, profile: string): Locator {
  const name = profile.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return popover.getByRole('option', { name: new RegExp(`^${name}(,|$)`) });
}

/** Types an MFA code and waits for the window to close, which it does by itself: six digits send themselves. */
export async function typeCode(mfa: Page, code: string): Promise<void> {
  const closed = mfa.waitForEvent('close');
  // The window may be gone before the last key is released.
  const typed = mfa.getByRole('textbox', { name: 'MFA code' }).pressSequentially(code);
  await Promise.all([closed, typed.catch((problem: unknown) => mfa.isClosed() || Promise.reject(problem))]);
}

/** Types an MFA code that AWS will refuse, and waits for the words that say so in place. */
export async function typeRefusedCode(mfa: Page, code: string): Promise<string> {
  const field = mfa.getByRole('textbox', { name: 'MFA code' });
  await field.pressSequentially(code);
  const alert = mfa.getByRole('alert');
  await alert.waitFor();
  return (await alert.textContent()) ?? '';
}

/** Follows a sign-in link as a browser does: redirects, and the cookie that the console sets. */
export async function followLink(link: string): Promise<{ status: number; title: string; text: string }> {
  let url = link;
  const cookies: string[] = [];
  for (let hops = 0; hops < 5; hops += 1) {
    const answer = await fetch(url, { redirect: 'manual', headers: { cookie: cookies.join('; ') } });
    cookies.push(...answer.headers.getSetCookie().map((cookie) => cookie.split(';', 1)[0] ?? ''));
    const next = answer.headers.get('location');
    if (next === null) {
      const html = await answer.text();
      const title = /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? '';
      return { status: answer.status, title, text: html.replaceAll(/<[^>]*>/g, ' ') };
    }
    url = new URL(next, url).href;
  }
  throw new Error('the sign-in link redirects without end');
}
