import * as v from 'valibot';
import type { CatalogStore } from '../catalog.ts';
import type { TemporaryCredentials } from '../credentials.ts';
import type { Keychain, SettingsStore } from '../ports.ts';
import { ok, type Result } from '../result.ts';
import { createLongSecrets } from '../sso/long-secrets.ts';
import type { AwsClock } from '../time/aws-clock.ts';
import { createTurns } from '../turns.ts';
import type { Step } from './steps.ts';

const KeptSchema = v.object({
  /** What the session is for, with the id of the key it came from: every input of its call. */
  session: v.string(),
  credentials: v.object({
    accessKeyId: v.string(),
    secretAccessKey: v.string(),
    sessionToken: v.string(),
    expiresAt: v.number(),
  }),
});

/** MFA sessions in the keychain, for a person who allows it: a restart of the program asks for no new code. */
export interface KeptSessions {
  /** The session of this step, if one is kept, still good, and of the same key. Asks nobody but the keychain. */
  load(step: Step, session: string): Promise<TemporaryCredentials | undefined>;
  /** Keeps it. Never fails: what cannot be kept is asked for again. */
  save(step: Step, session: string, credentials: TemporaryCredentials): Promise<void>;
  /** Forgets the sessions of one profile's key, or all: for good when this settles, though a locked keychain may hold an item a little longer. */
  forget(profile?: string): Promise<Result<void>>;
  /** Removes what has expired, what could not be removed before, and what came from a key that is another one now. */
  sweep(): Promise<Result<void>>;
}

/**
 * The settings hold the index: a session counts only while its name stands there. So a sign-out holds at once, also
 * when the keychain is locked and its item outlives it for a while.
 */
export function createKeptSessions(parts: {
  readonly keychain: Keychain;
  readonly settings: SettingsStore;
  readonly awsClock: Pick<AwsClock, 'now' | 'at'>;
  /** The id of a profile's long-term key as it is now; `undefined` when that cannot be said at the moment. */
  readonly keyIdOf: (profile: string) => string | null | undefined;
}): KeptSessions {
  const { settings, awsClock, keyIdOf } = parts;
  const items = createLongSecrets(parts.keychain);
  const isAllowed = () => settings.get().preferences.keepMfaSessions;
  const index = () => settings.get().keptSessions;
  /** Gone by this program: a settings file that could not be written must not bring one back. */
  const forgotten = new Set<string>();
  /** What was begun before a sign-out must leave nothing behind it. */
  let forgets = 0;
  /** A removal that follows a save finds what was saved. */
  const inTurn = createTurns();

  function change(edit: (kept: Record<string, KeptEntry>) => void): Promise<Result<void>> {
    return settings.update((all) => {
      const keptSessions = { ...all.keptSessions };
      edit(keptSessions);
      return { ...all, keptSessions };
    });
  }

  function isOver({ profile, accessKeyId, expiresAt }: KeptEntry): boolean {
    const keyId = keyIdOf(profile);
    return !isAllowed() || expiresAt <= awsClock.now() || (keyId !== undefined && keyId !== accessKeyId);
  }

  async function drop(which: (entry: KeptEntry) => boolean): Promise<Result<void>> {
    const accounts = Object.entries(index()).flatMap(([account, entry]) => (which(entry) ? [account] : []));
    if (accounts.length === 0) return ok(undefined);
    for (const account of accounts) forgotten.add(account);
    const marked = await change((kept) => {
      for (const account of accounts) {
        const entry = kept[account];
        if (entry) kept[account] = { ...entry, expiresAt: 0 };
      }
    });
    void inTurn(() => removeMarked());
    return marked;
  }

  /** A locked keychain keeps its item for now: its name stays marked, and the next sweep tries again. */
  async function removeMarked(): Promise<void> {
    const gone: string[] = [];
    for (const [account, { expiresAt }] of Object.entries(index()))
      if (expiresAt === 0 && (await items.remove(account)).ok) gone.push(account);
    if (gone.length === 0) return;
    await change((kept) => {
      for (const account of gone) if (kept[account]?.expiresAt === 0) delete kept[account];
    });
  }

  const sweep = () => drop(isOver);

  return {
    async load(step, session) {
      if (!isMfaSession(step)) return undefined;
      const account = accountOf(step);
      const entry = index()[account];
      if (!entry || forgotten.has(account) || isOver(entry)) return undefined;
      const before = forgets;
      const item = await items.read(account);
      const kept = item.ok ? parse(item.value) : undefined;
      if (!kept || forgets !== before) return undefined;
      if (kept.session !== session || kept.credentials.expiresAt <= awsClock.now()) return undefined;
      return kept.credentials;
    },

    save(step, session, credentials) {
      if (!isAllowed() || !isMfaSession(step)) return Promise.resolve();
      const account = accountOf(step);
      const { profile, accessKeyId } = step.key;
      const { expiresAt } = credentials;
      const before = forgets;
      return inTurn(async () => {
        if (forgets !== before) return;
        forgotten.delete(account);
        // The name first: an item without one would be found by nobody, and stay.
        const named = await change((kept) => {
          kept[account] = { profile, accessKeyId, expiresAt };
        });
        if (!named.ok) return;
        if (forgets !== before) return void (await change((kept) => void delete kept[account]));
        await items.save(account, storedForm(session, credentials));
        awsClock.at(expiresAt, () => void sweep());
      });
    },

    async forget(profile) {
      forgets += 1;
      return drop((entry) => profile === undefined || entry.profile === profile);
    },

    sweep,
  };
}

interface KeptEntry {
  /** The profile whose key the session came from, and the key's id. */
  readonly profile: string;
  readonly accessKeyId: string;
  /** Epoch milliseconds by AWS's clock; 0 once it is to go. */
  readonly expiresAt: number;
}

/** The ids of the keys as the settings and the files name them; nothing is said while a file cannot be read. */
export function keyIdOf(catalog: Pick<CatalogStore, 'content'>, settings: SettingsStore) {
  return (profile: string): string | null | undefined => {
    const { accessKeys } = settings.get();
    if (Object.hasOwn(accessKeys, profile)) return accessKeys[profile]?.accessKeyId;
    const content = catalog.content();
    const inClear = content.profiles.get(profile)?.aws_access_key_id;
    if (typeof inClear === 'string') return inClear;
    return content.problems.length > 0 || content.profiles.size === 0 ? undefined : null;
  };
}

type SessionTokenStep = Extract<Step, { action: 'get-session-token' }>;

/** A role's session is an hour's, and comes from this one without a code. */
function isMfaSession(step: Step): step is SessionTokenStep & { withCode: string } {
  return step.action === 'get-session-token' && step.withCode !== undefined;
}

/** No profile's name can have a quotation mark in it, so this is no access key's account. */
function accountOf({ key, withCode, region }: SessionTokenStep): string {
  return `mfa-session "${key.profile}" ${withCode} ${region ?? ''}`.trimEnd();
}

function parse(text: string | undefined): v.InferOutput<typeof KeptSchema> | undefined {
  if (text === undefined) return undefined;
  try {
    const parsed = v.safeParse(KeptSchema, JSON.parse(text));
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
}

/** Keychains count bytes, and a long text is cut by its characters: so that both are the same it is ASCII. */
function storedForm(session: string, credentials: TemporaryCredentials): string {
  const { accessKeyId, secretAccessKey, sessionToken, expiresAt } = credentials;
  const json = JSON.stringify({ session, credentials: { accessKeyId, secretAccessKey, sessionToken, expiresAt } });
  return json.replaceAll(/[^ -~]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
