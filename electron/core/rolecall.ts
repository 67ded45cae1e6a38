import { createAccessKeys } from './access-keys.ts';
import { parseRoleArn } from './arn.ts';
import { readAccessKey } from './base-keys.ts';
import { createBroker, type Session } from './broker.ts';
import { createCatalog } from './catalog.ts';
import { createConsoleLinks } from './console-link.ts';
import type { CallInput, ProcessCredentials } from './contract.ts';
import type { CallContext, Handlers } from './dispatch.ts';
import { failure } from './failure.ts';
import { createMfaCodes } from './mfa.ts';
import type { Stop, World } from './ports.ts';
import { failed, ok } from './result.ts';
import { createSessionStates } from './session-states.ts';
import { createSwitching } from './switching.ts';

/** The calls that windows answer themselves; all others are Rolecall's own. */
export type WindowCalls = 'showAccessKeyWindow' | 'accessKeyTarget' | 'showPopover' | 'closeWindow' | 'quit';
export type DomainHandlers = Omit<Handlers, WindowCalls>;

const RECENTS_KEPT = 20;

/** Puts the domain together from its ports, and answers the contract's calls. */
export function createRolecall(world: World) {
  const { clock, keychain, sts, files, settings, browser, userName } = world;
  const catalog = createCatalog({ files, settings });
  const states = createSessionStates();
  const mfa = createMfaCodes({ clock });
  const broker = createBroker({
    clock,
    sts,
    mfa,
    userName,
    readAccessKey: (hop) => readAccessKey(hop, keychain, catalog.content()),
    onExpired: (profile, expiresAt) => switching.sessionEnded(profile, expiresAt),
  });
  const switching = createSwitching({ broker, catalog, states, clock });
  catalog.onChange(switching.forgetChanged);
  const accessKeys = createAccessKeys({ catalog, keychain, settings, sts, clock });
  const consoleLink = createConsoleLinks({ catalog, signIn: world.signIn, sts, keychain, userName });

  const link = ({ profile, region, service, mfaCode }: CallInput<'consoleLink'>, context: CallContext) =>
    consoleLink(profile, { region, service }, () => switching.open(profile, { ...context, mfaCode }), context.signal);

  let regionMoves = Promise.resolve();

  async function remember(profile: string): Promise<void> {
    await settings.update((all) => {
      const others = all.recents.filter((recent) => recent.profile !== profile);
      return { ...all, recents: [{ profile, usedAt: clock.now() }, ...others].slice(0, RECENTS_KEPT) };
    });
    catalog.rebuild();
  }

  /**
   * Tools that name no profile take their region from `[default]`, so it goes
   * along with the active profile. One that names none goes by its source, so
   * that a switch does not leave tools without a region.
   */
  function moveDefaultRegion(): Promise<void> {
    regionMoves = regionMoves.then(moveRegionNow, moveRegionNow);
    return regionMoves;
  }

  /** In turn, and by the profile that is active then: two switches at once must not leave the region of the first. */
  async function moveRegionNow(): Promise<void> {
    const profile = states.activeProfile();
    if (profile === null) return;
    const chain = catalog.chain(profile);
    if (!catalog.view().defaultHandedOver || !chain.ok) return;
    const named = [...chain.value].reverse().find((hop) => 'region' in hop && hop.region !== undefined);
    const region = named && 'region' in named ? (named.region ?? null) : null;
    const moved = await files.apply({ kind: 'default-region', region });
    if (moved.ok) return;
    const message = `The region of [default] did not follow to "${profile}": ${moved.failure.message}`;
    world.tell?.({ ...moved.failure, message });
  }

  function leaveQuestions(profile?: string): void {
    const question = mfa.current();
    if (question && (profile === undefined || question.profile === profile)) mfa.cancel(question.id);
  }

  const handlers: DomainHandlers = {
    snapshot: async () => {
      await catalog.settled();
      return ok({ catalog: catalog.view(), sessions: states.view() });
    },

    async switchProfile({ profile, mfaCode }, context) {
      const session = await switching.switchTo(profile, { ...context, mfaCode });
      if (!session.ok) return session;
      await Promise.all([remember(profile), moveDefaultRegion()]);
      const { expiresAt, arn } = session.value.credentials;
      return ok({ profile, expiresAt, arn });
    },

    async credentials({ profile: named, mfaCode }, context) {
      const profile = named === undefined ? switching.activeProfile() : ok(named);
      if (!profile.ok) return profile;
      const session = await switching.serve(profile.value, { ...context, mfaCode });
      return session.ok ? ok(processCredentials(session.value)) : session;
    },

    async consoleLink(input, context) {
      const url = await link(input, context);
      return url.ok ? ok({ url: url.value }) : url;
    },

    async openConsole(input, context) {
      const url = await link(input, context);
      if (!url.ok) return url;
      const opened = await browser.open(url.value);
      return opened.ok ? ok({}) : opened;
    },

    async signOut({ profile }) {
      if (profile === undefined) {
        leaveQuestions();
        return ok({ signedOut: switching.signOutAll() });
      }
      const known = catalog.chain(profile);
      // Who is signed in can be signed out, also when the profile is gone from the file.
      if (!known.ok && states.get(profile).state === 'inactive') return known;
      leaveQuestions(profile);
      switching.signOut(profile);
      return ok({ signedOut: [profile] });
    },

    async pinProfile({ profile, pinned }) {
      const saved = await settings.update((all) => {
        const others = all.pins.filter((pin) => pin !== profile);
        return { ...all, pins: pinned ? [...others, profile] : others };
      });
      catalog.rebuild();
      return saved.ok ? ok({}) : saved;
    },

    listAccessKeys: async () => ok({ accessKeys: accessKeys.list() }),
    addAccessKey: ({ profile, ...key }, { signal }) => accessKeys.add(profile, key, signal),

    async removeAccessKey({ profile }) {
      const removed = await accessKeys.remove(profile);
      return removed.ok ? ok({}) : removed;
    },

    previewFileEdit: ({ edit }) => files.preview(edit),

    async applyFileEdit({ edit }) {
      const applied = await files.apply(edit);
      await catalog.refresh();
      if (applied.ok && edit.kind === 'hand-over-default') await moveDefaultRegion();
      return applied;
    },

    currentQuestion: async () => ok({ question: mfa.current() }),
    answerQuestion: async ({ id, code }) => (mfa.answer(id, code) ? ok({}) : failed(questionGone())),

    async cancelQuestion({ id }) {
      mfa.cancel(id);
      return ok({});
    },
  };

  return {
    handlers,
    catalog,
    states,
    mfa,
    /** Reads the files and follows their changes, until stopped. */
    async start(): Promise<Stop> {
      const stop = catalog.follow();
      await catalog.refresh();
      return stop;
    },
    /** After a sleep or a change of the clock: what ran out meanwhile is marked. */
    lookAtClock: switching.sweepExpired,
    /** Nothing is left in memory; for quitting. */
    end(): void {
      leaveQuestions();
      switching.signOutAll();
    },
  };
}

export type Rolecall = ReturnType<typeof createRolecall>;

/** @see https://docs.aws.amazon.com/sdkref/latest/guide/feature-process-credentials.html */
function processCredentials({ credentials }: Session): ProcessCredentials {
  const { accessKeyId, secretAccessKey, sessionToken, expiresAt, arn } = credentials;
  const AccountId = arn === undefined ? undefined : parseRoleArn(arn)?.accountId;
  return {
    Version: 1,
    AccessKeyId: accessKeyId,
    SecretAccessKey: secretAccessKey,
    SessionToken: sessionToken,
    Expiration: new Date(expiresAt).toISOString(),
    ...(AccountId !== undefined && { AccountId }),
  };
}

function questionGone(): ReturnType<typeof failure> {
  return failure('cancelled', 'This question is over.', 'Close the window; ask again from the list.');
}
