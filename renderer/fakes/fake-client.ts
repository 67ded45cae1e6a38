import type {
  CallInput,
  CallName,
  CallOutput,
  Catalog,
  EventName,
  EventPayload,
  FoundConsole,
  SessionPlan,
  Sessions,
  ShellEnvironment,
} from '../../electron/core/contract.ts';
import type { Failure } from '../../electron/core/failure.ts';
import { type Folding, type GroupBy, unfolded, withAll, withGroup } from '../../electron/core/list/folding.ts';
import { createListView } from '../../electron/core/list/list-view.ts';
import { overviewOf } from '../../electron/core/list/overview.ts';
import type { Result } from '../../electron/core/result.ts';
import { plainPreferences } from './preferences.ts';

type Answer<N extends CallName> = Result<CallOutput<N>> | Promise<Result<CallOutput<N>>>;
export type Answers = { readonly [N in CallName]?: (input: never) => Answer<N> };

const noCatalog: Catalog = { rows: [], problems: [], defaultHandedOver: false };
const noSessions: Sessions = { activeProfile: null, byProfile: {} };

const defaults: Answers = {
  // Not known yet: a page that asks on the way to another must not trip over half an answer.
  profileDetails: () => new Promise(() => undefined),
  refusedPreferences: () => ({ ok: true, value: {} }),
  welcome: () => ({ ok: true, value: { welcomed: true } }),
  ssoSessions: () => ({ ok: true, value: { sessions: [] } }),
  browsers: () => ({ ok: true, value: { installed: [] } }),
  lockState: () => ({ ok: true, value: { lock: { locked: false } } }),
  environment: ({ profile, shell }: { profile: string; shell?: Shell }) => ({
    ok: true,
    value: anEnvironment(profile, shell),
  }),
  copyEnvironment: ({ profile, shell }: { profile: string; shell?: Shell }) => ({
    ok: true,
    value: anEnvironment(profile, shell),
  }),
  sessionPlan: ({ profile }: { profile: string }) => ({ ok: true, value: aSessionPlan(profile) }),
};

type Shell = ShellEnvironment['shell'];

/** Of a profile that tools get to by Rolecall. */
function anEnvironment(profile: string, shell: Shell = 'bash'): ShellEnvironment {
  const variables = { AWS_PROFILE: profile, AWS_REGION: 'eu-central-1', AWS_DEFAULT_REGION: 'eu-central-1' };
  const unset =
    'AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN AWS_CREDENTIAL_EXPIRATION AWS_DEFAULT_PROFILE';
  const lines = Object.entries(variables).map(([name, value]) => `export ${name}=${value}`);
  return { shell, text: [`unset ${unset}`, ...lines, ''].join('\n'), variables, adopted: profile !== 'staging-deploy' };
}

/** A role with MFA: both ways lead to it. */
function aSessionPlan(profile: string): SessionPlan {
  return {
    profile,
    plans: [
      { plan: 'one-code', longestSeconds: 3600 },
      { plan: 'own-code', longestSeconds: 43_200 },
    ],
    chosen: { plan: 'one-code', durationSeconds: 3600 },
    saved: {},
    needsTicket: false,
  };
}

const nothingFound = () => bad({ kind: 'bad-input', message: 'That is not a whole ARN.', remedy: 'Copy it again.' });

/** A stand-in for `window.rolecall`: answers from a table, keeps what was asked, and emits events on demand. */
export function createFakeClient(answers: Answers) {
  const asked: { name: string; input: unknown }[] = [];
  const listeners = new Map<string, Set<(payload: never) => void>>();

  // The list, as main makes it of the catalogue in the snapshot, or of the newest that was told.
  let told: CallOutput<'snapshot'> | undefined;
  const known = () => told ?? { catalog: noCatalog, sessions: noSessions };
  let by: GroupBy = 'none';
  let folding: Folding = unfolded;
  const list = createListView({
    catalog: { view: () => known().catalog },
    sessions: () => known().sessions,
    // What an ARN leads to is for main to say; here the scene says it, at once.
    findConsole: { find: (text) => (answers.findConsole ?? nothingFound)({ text } as never) as Result<FoundConsole> },
    arrangement: () => ({ by, folding }),
  });
  const listAnswers: Answers = {
    async groupProfiles(wish: CallInput<'groupProfiles'>) {
      by = wish.by;
      folding = unfolded;
      emit('preferencesChanged', { ...plainPreferences, groupBy: by });
      return { ok: true, value: {} };
    },
    async foldGroup({ group, folded }: CallInput<'foldGroup'>) {
      folding = withGroup(folding, group, folded);
      return { ok: true, value: {} };
    },
    async foldAllGroups({ folded }: CallInput<'foldAllGroups'>) {
      folding = withAll(folding, folded);
      return { ok: true, value: {} };
    },
    async overview() {
      const snapshot = await answers.snapshot?.({} as never);
      if (snapshot?.ok === false) return snapshot;
      told = snapshot?.value;
      return { ok: true, value: { overview: overviewOf(known().catalog), sessions: known().sessions } };
    },
    async listProfiles(wish: CallInput<'listProfiles'>) {
      const snapshot = told ? undefined : await answers.snapshot?.({} as never);
      if (snapshot?.ok) told = snapshot.value;
      return { ok: true, value: list.look(wish) };
    },
  };

  const on = (event: string, listener: (payload: never) => void) => {
    const all = listeners.get(event) ?? new Set();
    listeners.set(event, all.add(listener));
    return () => all.delete(listener);
  };

  const call = (name: string) => async (input: unknown) => {
    asked.push({ name, input });
    const all = { ...defaults, ...listAnswers, ...answers };
    const answer = (all as Record<string, ((input: unknown) => unknown) | undefined>)[name];
    return answer ? answer(input) : { ok: true, value: {} };
  };

  const now = {
    listProfiles(wish: CallInput<'listProfiles'>) {
      asked.push({ name: 'now.listProfiles', input: wish });
      return good(list.look(wish));
    },
  };
  const client = new Proxy({ on, now }, { get: (own, name) => Reflect.get(own, name) ?? call(String(name)) });
  function emit<E extends EventName>(event: E, payload: EventPayload<E>): void {
    if (event === 'sessionsChanged') told = { ...known(), sessions: payload as Sessions };
    for (const listener of listeners.get(event) ?? []) listener(payload as never);
  }

  /** Main has other profiles now, and says so. */
  function emitCatalog(catalog: Catalog): void {
    told = { ...known(), catalog };
    emit('listChanged', overviewOf(catalog));
  }

  return {
    /** Typed by whoever takes it: every window's client is a part of it. */
    client: client as never,
    asked,
    /** The inputs of the calls of one name, oldest first. */
    askedFor: (name: CallName) => asked.filter((call) => call.name === name).map(({ input }) => input),
    emit,
    emitCatalog,
  };
}

export const good = <T>(value: T) => ({ ok: true, value }) as const;
export const bad = (failure: Failure) => ({ ok: false, failure }) as const;
/** An answer that never comes: for looking at what is on screen meanwhile. */
export const never = <T>() => new Promise<T>(() => undefined);
