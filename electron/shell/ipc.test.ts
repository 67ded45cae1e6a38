import { describe, expect, it } from 'vitest';
import { calls, type WindowName } from '../core/contract.ts';
import { type CallContext, dispatch, type Handlers } from '../core/dispatch.ts';
import { ok, type Result } from '../core/result.ts';
import { callChannel, eventChannel, nowChannel } from './channels.ts';
import { callsThrough, isAtOnce } from './doors.ts';
import {
  type IpcEvent,
  type IpcMainLike,
  type IpcNowEvent,
  type IpcSender,
  listenToWindows,
  sendEvent,
} from './ipc.ts';

const ownPage = { url: 'app://rolecall/popover.html', parent: null };

function setUp(door: WindowName | null = 'popover') {
  const reached: { name: string; input: unknown; context: CallContext }[] = [];
  const handlers = Object.fromEntries(
    Object.keys(calls).map((name) => [
      name,
      async (input: unknown, context: CallContext) => {
        reached.push({ name, input, context });
        return ok({});
      },
    ]),
  ) as unknown as Handlers;
  let listener: ((event: IpcEvent, ...parameters: unknown[]) => Promise<unknown>) | undefined;
  let nowListener: ((event: IpcNowEvent, ...parameters: unknown[]) => Promise<void>) | undefined;
  const ipcMain: IpcMainLike = {
    on: (channel, handler) => {
      expect(channel).toBe(nowChannel);
      nowListener = handler;
    },
    removeAllListeners: () => {
      nowListener = undefined;
    },
    handle: (channel, handler) => {
      expect(channel).toBe(callChannel);
      listener = handler;
    },
    removeHandler: () => {
      listener = undefined;
    },
  };
  const stop = listenToWindows({
    ipcMain,
    doorOf: () => door ?? undefined,
    call: (name, input, context) => dispatch(handlers, name, input, context),
  });
  const destroyedListeners = new Set<() => void>();
  const sender: IpcSender = {
    id: 1,
    once: (_event, destroyed) => destroyedListeners.add(destroyed),
    off: (_event, destroyed) => destroyedListeners.delete(destroyed),
  };
  const send = (name: unknown, input: unknown, senderFrame: IpcEvent['senderFrame'] = ownPage) =>
    listener?.({ sender, senderFrame }, name, input) as Promise<Result<unknown>>;
  /** What the page, which stands still, is given. */
  const sendNow = async (name: unknown, input: unknown, senderFrame: IpcEvent['senderFrame'] = ownPage) => {
    const event: IpcNowEvent = { sender, senderFrame, returnValue: undefined };
    await nowListener?.(event, name, input);
    return event.returnValue as Result<unknown>;
  };
  const listening = () => listener !== undefined || nowListener !== undefined;
  return { send, sendNow, reached, stop, destroyedListeners, listening };
}

describe('listenToWindows', () => {
  it('hands an allowed call on, with its door and asker', async () => {
    const { send, reached } = setUp();
    expect(await send('switchProfile', { profile: 'prod' })).toEqual({ ok: true, value: {} });
    expect(reached).toMatchObject([
      {
        name: 'switchProfile',
        input: { profile: 'prod' },
        context: { door: 'popover', asker: { through: 'popover' } },
      },
    ]);
  });

  it.each(['settings', 'mfa-device'] as const)('says that a person asks in the settings: %s', async (door) => {
    const { send, reached } = setUp(door);
    await send('previewFileEdit', { edit: { kind: 'hand-over-default' } });
    expect(reached).toMatchObject([{ context: { door, asker: { through: 'settings' } } }]);
  });

  it.each(Object.keys(calls))('refuses %s from a subframe and from a foreign origin', async (name) => {
    const { send, reached } = setUp();
    for (const frame of [
      { url: 'app://rolecall/popover.html', parent: {} },
      { url: 'https://evil.example/', parent: null },
      null,
    ]) {
      expect(await send(name, { profile: 'prod' }, frame)).toMatchObject({ ok: false, failure: { kind: 'bad-input' } });
    }
    expect(reached).toEqual([]);
  });

  it('refuses contents that are not a window of ours', async () => {
    const { send, reached } = setUp(null);
    expect(await send('overview', {})).toMatchObject({ ok: false });
    expect(reached).toEqual([]);
  });

  it.each(['popover', 'mfa', 'access-key', 'mfa-device', 'settings'] as const)(
    'lets the %s door make its own calls only',
    async (door) => {
      const allowed = new Set<string>(callsThrough(door));
      for (const name of Object.keys(calls).filter((each) => !allowed.has(each))) {
        const { send, reached } = setUp(door);
        expect(await send(name, {})).toMatchObject({ ok: false });
        expect(reached).toEqual([]);
      }
    },
  );

  it('never lets a window have a secret', () => {
    for (const door of ['popover', 'mfa', 'access-key', 'settings'] as const) {
      expect(callsThrough(door)).not.toContain('credentials');
      expect(callsThrough(door)).not.toContain('consoleLink');
    }
  });

  it('answers input that does not parse with a failure that echoes nothing', async () => {
    const { send, reached } = setUp();
    const answer = await send('switchProfile', { profile: 'prod', mfaCode: 'CANARY-123' });
    expect(answer).toMatchObject({ ok: false, failure: { kind: 'bad-input' } });
    expect(JSON.stringify(answer)).not.toContain('CANARY-123');
    expect(await send('toString', {})).toMatchObject({ ok: false });
    expect(await send({ name: 'overview' }, {})).toMatchObject({ ok: false });
    expect(reached).toEqual([]);
  });

  it('answers a page that stands still only what is answered from memory, and what its door allows', async () => {
    const { sendNow, reached } = setUp();
    const wish = { query: 'prod', from: 0, count: 32 };
    expect(await sendNow('listProfiles', wish)).toEqual({ ok: true, value: {} });
    expect(reached).toMatchObject([{ name: 'listProfiles', input: wish, context: { door: 'popover' } }]);
    for (const name of Object.keys(calls)
      .filter((each) => !isAtOnce(each))
      .concat('toString'))
      expect(await sendNow(name, { profile: 'prod' })).toMatchObject({ ok: false });
    const foreign = { url: 'https://evil.example/', parent: null };
    expect(await sendNow('listProfiles', wish, foreign)).toMatchObject({ ok: false });
    expect(await setUp('mfa').sendNow('listProfiles', wish)).toMatchObject({ ok: false });
    expect(reached).toHaveLength(1);
  });

  it('gives a call up when its window is gone, and listens no longer than the call', async () => {
    const { send, reached, destroyedListeners } = setUp();
    const answer = send('overview', {});
    for (const destroyed of destroyedListeners) destroyed();
    await answer;
    expect(reached[0]?.context.signal.aborted).toBe(true);
    expect(destroyedListeners.size).toBe(0);
  });

  it('stops', () => {
    const { stop, listening } = setUp();
    stop();
    expect(listening()).toBe(false);
  });
});

describe('sendEvent', () => {
  it('checks the door', () => {
    const sent: unknown[] = [];
    const webContents = { isDestroyed: () => false, send: (...all: unknown[]) => sent.push(all) };
    expect(sendEvent({ door: 'mfa', webContents }, 'questionChanged', null)).toBe(true);
    expect(sendEvent({ door: 'popover', webContents }, 'questionChanged', null)).toBe(false);
    const sessions = { activeProfile: null, byProfile: {} };
    expect(sendEvent({ door: 'mfa', webContents }, 'sessionsChanged', sessions)).toBe(false);
    expect(sent).toEqual([[eventChannel, 'questionChanged', null]]);
  });

  it('leaves a destroyed window alone', () => {
    const webContents = { isDestroyed: () => true, send: () => expect.unreachable() };
    expect(sendEvent({ door: 'mfa', webContents }, 'questionChanged', null)).toBe(false);
  });
});
