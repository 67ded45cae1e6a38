import type { Asker } from '../asker.ts';
import type { CatalogStore } from '../catalog.ts';
import type { ExplainFailure } from '../explain/explain.ts';
import type { Clock, Signal } from '../ports.ts';
import { failed, ok, type Result } from '../result.ts';
import type { WaitingFor } from '../session.ts';
import type { AskedBy } from '../sso/access.ts';
import type { AwsClock } from '../time/aws-clock.ts';
import type { Broker, Session } from './broker.ts';
import type { SessionChoice, SessionChoices } from './choices.ts';
import { type Asking, createEndings } from './endings.ts';
import { noActiveProfile, overtaken, signedOut } from './session-failures.ts';
import type { SessionStates } from './session-states.ts';
import { activeState, restingState } from './shown-state.ts';
import type { Upkeep } from './upkeep.ts';

export interface SessionRequest {
  readonly asker: Asker;
  readonly mfaCode?: string | undefined;
  /** How the session is wanted from now on; without one, as it was. */
  readonly choice?: SessionChoice | undefined;
  readonly signal: Signal;
}

/** Sessions by profile name: gets them from the broker and keeps the states that every surface shows. */
export function createSwitching(parts: {
  broker: Broker;
  catalog: CatalogStore;
  states: SessionStates;
  clock: Clock;
  awsClock: AwsClock;
  awsDeadlineMs?: number | undefined;
  explain: ExplainFailure;
  choices: SessionChoices;
  upkeep: Upkeep;
}) {
  const { broker, catalog, states, clock, awsClock, awsDeadlineMs, explain, choices, upkeep } = parts;
  /** Who waits for a profile now. A sign-out takes the entry away: then none of them may change the state any more. */
  const asking = new Map<string, Asking>();
  let lastChoice = 0;
  let activeChoice = { number: 0, profile: '' };

  /** A session for a person's act: it also ends "signed out". */
  async function open(
    profile: string,
    request: SessionRequest,
    by: AskedBy = personBy(request.asker),
  ): Promise<Result<Session>> {
    const chain = catalog.chain(profile);
    if (!chain.ok) return failed(explain(chain.failure, profile));
    const cached = broker.peek(profile, chain.value);
    const mine = asking.get(profile) ?? { callers: 0, fallBack: restingState(states.get(profile), cached, awsClock) };
    asking.set(profile, mine);
    mine.callers += 1;
    let waits = true;
    const isSignedOut = () => asking.get(profile) !== mine;
    const waitFor = (waitingFor: WaitingFor) => {
      if (!waits || isSignedOut()) return;
      const sinceAt = clock.now();
      const untilAt = waitingFor === 'aws' && awsDeadlineMs !== undefined ? sinceAt + awsDeadlineMs : undefined;
      states.set(profile, { state: 'requesting', waitingFor, sinceAt, ...(untilAt !== undefined && { untilAt }) });
    };
    if (!cached) waitFor('aws');
    const choice = request.choice && choices.with(profile, request.choice);
    let result: Result<Session> | undefined;
    try {
      result = await broker.credentials({ profile, chain: chain.value, ...request, by, choice, onWaiting: waitFor });
      if (!result.ok) result = failed(explain(result.failure, profile));
    } finally {
      waits = false;
      mine.callers -= 1;
      if (!isSignedOut()) {
        if (result?.ok) choices.settle(profile, choice);
        settle(profile, mine, result, broker.peek(profile, chain.value));
      }
    }
    return result.ok && states.get(profile).state === 'signed-out' ? failed(signedOut(profile)) : result;
  }

  function settle(
    profile: string,
    mine: Asking,
    result: Result<Session> | undefined,
    inMemory: Session | undefined,
  ): void {
    if (result?.ok) {
      mine.fallBack = activeState(result.value);
      upkeep.served(profile, result.value);
    } else if (inMemory) {
      // Another session was wished for and refused: the one that was there serves on.
      mine.fallBack = activeState(inMemory);
    } else if (result && result.failure.kind !== 'cancelled' && result.failure.kind !== 'signed-out') {
      mine.fallBack = { state: 'failed', failure: result.failure, failedAt: clock.now() };
    } else if (mine.callers > 0) {
      // Cancel is cancel, as if nobody had asked; but others still do.
      return;
    }
    if (mine.callers === 0) asking.delete(profile);
    states.set(profile, mine.fallBack);
  }

  /** A session for a tool. A profile that was signed out stays so until a person switches to it again. */
  async function serve(profile: string, request: SessionRequest): Promise<Result<Session>> {
    if (states.get(profile).state === 'signed-out') return failed(signedOut(profile));
    return open(profile, request, 'tool');
  }

  /**
   * A new session while the old one serves on: what is shown changes only when
   * the new one has arrived. Fails as the request for it does.
   */
  async function renew(
    profile: string,
    request: SessionRequest,
    by: AskedBy = personBy(request.asker),
  ): Promise<Result<Session>> {
    const chain = catalog.chain(profile);
    if (!chain.ok) return failed(explain(chain.failure, profile));
    if (!broker.peek(profile, chain.value)) return open(profile, request, by);
    const renewed = await broker.credentials({
      profile,
      chain: chain.value,
      ...request,
      by,
      choice: undefined,
      renew: true,
    });
    if (!renewed.ok) return failed(explain(renewed.failure, profile));
    if (states.get(profile).state === 'signed-out') return failed(signedOut(profile));
    if (!asking.has(profile)) states.set(profile, activeState(renewed.value));
    upkeep.served(profile, renewed.value);
    return renewed;
  }

  return {
    open,
    serve,
    renew,

    async switchTo(profile: string, request: SessionRequest): Promise<Result<Session>> {
      lastChoice += 1;
      const number = lastChoice;
      const result = await open(profile, request);
      if (!result.ok) return result;
      // What happened since counts for more: a sign-out, or another profile that was chosen later.
      if (states.get(profile).state === 'signed-out') return failed(signedOut(profile));
      if (number < activeChoice.number && activeChoice.profile !== profile)
        return failed(overtaken(profile, activeChoice.profile));
      activeChoice = { number, profile };
      states.activate(profile);
      return result;
    },

    /** The profile a tool means that names none. */
    activeProfile(): Result<string> {
      const active = states.activeProfile();
      return active === null ? failed(noActiveProfile()) : ok(active);
    },

    ...createEndings({ ...parts, asking }),
  };
}

/** A command is a person's act, too, but a script can repeat it. */
function personBy({ through }: Asker): AskedBy {
  return through === 'popover' || through === 'settings' || through === 'tray' ? 'act' : 'command';
}
export type Switching = ReturnType<typeof createSwitching>;
