import { GetCallerIdentityCommand, GetSessionTokenCommand } from '@aws-sdk/client-sts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Fault } from './faults.ts';
import { createSandbox, type Sandbox } from './sandbox.ts';
import { refusal, stsClient } from './testing/sts-client.ts';

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await createSandbox();
});
afterEach(() => sandbox.close());

const identity = (abortSignal?: AbortSignal) =>
  stsClient(sandbox, 'ada').send(new GetCallerIdentityCommand(), abortSignal ? { abortSignal } : {});

describe('a fault', () => {
  it('hits as many requests as it says, of its action only', async () => {
    sandbox.faults.add({ kind: 'throttle', service: 'sts', action: 'GetCallerIdentity', times: 2 });
    await stsClient(sandbox, 'ada').send(new GetSessionTokenCommand());
    expect(await refusal(identity())).toBe('Throttling: Rate exceeded');
    expect(await refusal(identity())).toBe('Throttling: Rate exceeded');
    expect((await identity()).Account).toBe('111122223333');
  });

  it('stays until it is removed, or all are cleared', async () => {
    const fault: Fault = { kind: 'error', status: 503, code: 'ServiceUnavailable', message: 'Service unavailable.' };
    const remove = sandbox.faults.add(fault);
    expect(await refusal(identity())).toBe('ServiceUnavailable: Service unavailable.');
    expect(await refusal(identity())).toBe('ServiceUnavailable: Service unavailable.');
    remove();
    await identity();
    sandbox.faults.add(fault);
    sandbox.faults.clear();
    await identity();
  });

  it('can be a reset connection, half an answer, or a slow one', async () => {
    sandbox.faults.add({ kind: 'drop', times: 1 });
    await expect(identity()).rejects.toMatchObject({ code: 'ECONNRESET' });
    sandbox.faults.add({ kind: 'half-close', times: 1 });
    await expect(identity()).rejects.toThrow();
    sandbox.faults.add({ kind: 'trickle', msPerByte: 0, times: 1 });
    sandbox.faults.add({ kind: 'latency', delayMs: 1, times: 1 });
    await identity();
    await identity();
    expect(sandbox.requests().map(({ fault }) => fault)).toEqual(['drop', 'half-close', 'trickle', 'latency']);
  });

  it('can be silence, which the client must end', async () => {
    sandbox.faults.add({ kind: 'hang', times: 1 });
    const patience = new AbortController();
    const call = identity(patience.signal);
    while (sandbox.requests().length === 0) await new Promise(setImmediate);
    patience.abort();
    await expect(call).rejects.toThrow();
    expect(sandbox.requests()[0]).toMatchObject({ fault: 'hang', action: 'GetCallerIdentity' });
    expect(sandbox.requests()[0]?.status).toBeUndefined();
  });

  it('does not keep the sandbox from closing', async () => {
    const own = await createSandbox();
    own.faults.add({ kind: 'hang' });
    const call = stsClient(own, 'ada').send(new GetCallerIdentityCommand());
    call.catch(() => undefined);
    while (own.requests().length === 0) await new Promise(setImmediate);
    await own.close();
    await expect(call).rejects.toThrow();
  });
});
