import { plainName } from '../../plain-name.ts';
import type { Clock, Signal } from '../../ports.ts';
import { failed, ok, type Result } from '../../result.ts';
import { linkedAbort } from '../../sessions/shared-work.ts';
import type { Access } from '../access.ts';
import { pause } from '../pause.ts';
import type { IdentityCenter, Page, SsoContext } from '../ports.ts';
import { ssoFailures } from '../sso-failures.ts';
import type { SsoSession } from '../sso-session.ts';
import type { Tokens } from '../tokens.ts';
import type { Organisation } from './organisation.ts';
import type { Pace } from './pace.ts';

/** As AWS's models say. What is otherwise is no answer of AWS's, and would be written into the person's file. */
const isAccountId = /^\d{12}$/;
const isRoleName = /^[\w+=,.@-]{1,64}$/;

/** Enough to keep the pace when an answer takes half a second. */
const AT_ONCE = 10;
const ATTEMPTS = 8;
const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 20_000;

type Page_<T> = (accessToken: string, context: SsoContext) => Promise<Result<Page<T>>>;

export interface ReadingParts {
  readonly clock: Clock;
  readonly pace: Pace;
  readonly random: () => number;
  readonly identityCenter: IdentityCenter;
  readonly access: Pick<Access, 'token'>;
  readonly tokens: Pick<Tokens, 'refused'>;
}

/**
 * Reads all accounts and their roles at the pace AWS takes. What `organisation`
 * has already is not asked again; `onProgress` gets it after each account.
 * Fails with `cancelled`, `sign-in-needed`, or what AWS said too often.
 */
export async function readOrganisation(
  parts: ReadingParts,
  session: SsoSession,
  organisation: Organisation | undefined,
  signal: Signal,
  onProgress: (organisation: Organisation) => void,
): Promise<Result<Organisation>> {
  const known = organisation ? ok(organisation) : await readAccounts(parts, session, signal);
  if (!known.ok) return known;
  const accounts = [...known.value.accounts];
  const { name, startUrl, region } = session;
  const current = (): Organisation => ({ session: name, startUrl, region, readAt: parts.clock.now(), accounts });
  onProgress(current());

  const left = accounts.flatMap((account, index) => (account.roles ? [] : [index]));
  const own = linkedAbort(signal);
  let problem: Result<never> | undefined;
  async function work(): Promise<void> {
    for (let index = left.shift(); index !== undefined && !own.signal.aborted; index = left.shift()) {
      const account = accounts[index];
      if (!account) return;
      const { accountId } = account;
      const roles = await allPages<string>(
        parts,
        session,
        own.signal,
        (next) => (accessToken, context) =>
          parts.identityCenter.listAccountRoles({ accountId, next }, accessToken, context),
      );
      if (!roles.ok) {
        problem ??= roles;
        own.abort();
        return;
      }
      accounts[index] = { ...account, roles: roles.value.filter((role) => isRoleName.test(role)) };
      onProgress(current());
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  if (signal.aborted) return failed(ssoFailures.readingStopped(session));
  return problem ?? ok(current());
}

async function readAccounts(parts: ReadingParts, session: SsoSession, signal: Signal): Promise<Result<Organisation>> {
  const found = await allPages(
    parts,
    session,
    signal,
    (next) => (accessToken, context) => parts.identityCenter.listAccounts({ next }, accessToken, context),
  );
  if (!found.ok) return found;
  const { name, startUrl, region } = session;
  const accounts = found.value.flatMap(({ accountId, accountName }) =>
    isAccountId.test(accountId) ? [{ accountId, accountName: plainName(accountName) }] : [],
  );
  return ok({ session: name, startUrl, region, readAt: parts.clock.now(), accounts });
}

async function allPages<T>(
  parts: ReadingParts,
  session: SsoSession,
  signal: Signal,
  page: (next: string | undefined) => Page_<T>,
): Promise<Result<T[]>> {
  const items: T[] = [];
  let next: string | undefined;
  do {
    const answer = await persistently(parts, session, signal, page(next));
    if (!answer.ok) return answer;
    items.push(...answer.value.items);
    next = answer.value.next;
  } while (next !== undefined);
  return ok(items);
}

/** One page, in turn, again and again while AWS or the network asks for patience. */
async function persistently<T>(
  parts: ReadingParts,
  session: SsoSession,
  signal: Signal,
  ask: Page_<T>,
): Promise<Result<Page<T>>> {
  const { pace, access, tokens, random, clock } = parts;
  for (let attempt = 1; ; attempt++) {
    await pace.turn(signal);
    if (signal.aborted) return failed(ssoFailures.readingStopped(session));
    const token = await access.token(session, { by: 'renewal', signal });
    if (!token.ok) return token;
    const answer = await ask(token.value.accessToken, { session, signal });
    if (answer.ok || attempt === ATTEMPTS) return answer;
    const { kind, retryAfterMs } = answer.failure;
    const delayMs = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (attempt - 1)) * (0.5 + random() / 2);
    if (kind === 'throttled') pace.hold(retryAfterMs === undefined ? delayMs : retryAfterMs + random() * 250);
    else if (kind === 'network' || kind === 'timeout' || kind === 'aws-error') await pause(clock, delayMs, signal);
    else if (kind === 'sign-in-needed') tokens.refused(session, token.value.accessToken);
    else return answer;
  }
}
