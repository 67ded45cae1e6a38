import type { Locator, Page } from 'playwright';

/** The row of one profile: its accessible name begins with the profile's. */
export function optionNamed(popover: Page, profile: string): Locator {
  const name = profile.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return popover.getByRole('option', { name: new RegExp(`^${name}(,|$)`) });
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
