import type { AccessKey, SigningKeys } from '../credentials.ts';
import { type Failure, failure } from '../failure.ts';
import type { IamAccessKey, IamKeyUse, IamMfaDevice } from '../iam.ts';
import type { Clock, Iam } from '../ports.ts';
import { failed, ok, type Result } from '../result.ts';

interface IamCall {
  readonly action: keyof Iam;
  readonly by: string;
  readonly input?: unknown;
}

/** An IAM of one user in memory: keeps AWS's limit of two keys, writes down who asked for what, and fails where a test says so. */
export function createFakeIam(clock: Clock) {
  const calls: IamCall[] = [];
  const failures: { action: keyof Iam; failure: Failure; after: boolean }[] = [];
  const keys = new Map<string, IamAccessKey & AccessKey>();
  const uses = new Map<string, IamKeyUse>();
  const devices: IamMfaDevice[] = [];
  /** Made, and not enabled yet. */
  const newDevices = new Set<string>();
  let made = 0;

  async function answer<T>(
    action: keyof Iam,
    by: SigningKeys,
    input: unknown,
    act: () => Result<T>,
  ): Promise<Result<T>> {
    calls.push({ action, by: by.accessKeyId, input });
    const index = failures.findIndex((entry) => entry.action === action);
    const [hit] = index < 0 ? [] : failures.splice(index, 1);
    if (hit && !hit.after) return failed(hit.failure);
    const result = act();
    return hit ? failed(hit.failure) : result;
  }

  const iam: Iam = {
    listAccessKeys: (by) =>
      answer('listAccessKeys', by, undefined, () =>
        ok([...keys.values()].map(({ secretAccessKey: _, ...key }) => key)),
      ),
    createAccessKey: (by) =>
      answer('createAccessKey', by, undefined, () => {
        if (keys.size >= 2) return failed(failure('limit-reached', 'Two keys already.', 'Delete one.'));
        made += 1;
        const key = {
          accessKeyId: `AKIANEW${String(made).padStart(6, '0')}EXAMPLE`,
          secretAccessKey: `new-secret-${made}`,
        };
        keys.set(key.accessKeyId, { ...key, status: 'active', createdAt: clock.now() });
        return ok(key);
      }),
    updateAccessKey: (input, by) =>
      answer('updateAccessKey', by, input, () => {
        const key = keys.get(input.accessKeyId);
        if (!key) return failed(notThere());
        keys.set(input.accessKeyId, { ...key, status: input.status });
        return ok(undefined);
      }),
    deleteAccessKey: (accessKeyId, by) =>
      answer('deleteAccessKey', by, accessKeyId, () => (keys.delete(accessKeyId) ? ok(undefined) : failed(notThere()))),
    getAccessKeyLastUsed: (accessKeyId, by) =>
      answer('getAccessKeyLastUsed', by, accessKeyId, () => ok(uses.get(accessKeyId) ?? {})),
    listMfaDevices: (by) => answer('listMfaDevices', by, undefined, () => ok([...devices])),
    createVirtualMfaDevice: (name, by) =>
      answer('createVirtualMfaDevice', by, name, () => {
        const serialNumber = `arn:aws:iam::012345678901:mfa/${name}`;
        if (newDevices.has(serialNumber) || devices.some((device) => device.serialNumber === serialNumber))
          return failed(failure('already-there', 'There is such a device.', 'Use another name.'));
        newDevices.add(serialNumber);
        return ok({ serialNumber, totpSeed: 'JBSWYDPEHPKPXPJBSWYDPEHPKPXP' });
      }),
    deleteVirtualMfaDevice: (serialNumber, by) =>
      answer('deleteVirtualMfaDevice', by, serialNumber, () => {
        if (devices.some((device) => device.serialNumber === serialNumber))
          return failed(failure('aws-error', 'The device is in use.', 'Deactivate it first.'));
        return newDevices.delete(serialNumber) ? ok(undefined) : failed(notThere());
      }),
    enableMfaDevice: (input, by) =>
      answer('enableMfaDevice', by, { ...input, codes: undefined }, () => {
        newDevices.delete(input.serialNumber);
        devices.push({ serialNumber: input.serialNumber, userName: input.userName, enabledAt: clock.now() });
        return ok(undefined);
      }),
  };

  return {
    iam,
    calls,
    keys,
    uses,
    devices,
    newDevices,
    /** The next such call fails; `after` it took effect, as when the answer is lost. */
    failNext: (action: keyof Iam, what: Failure, when: 'before' | 'after' = 'before') =>
      failures.push({ action, failure: what, after: when === 'after' }),
    add(key: AccessKey, about: Partial<IamAccessKey> = {}) {
      keys.set(key.accessKeyId, { status: 'active', createdAt: clock.now(), ...about, ...key });
    },
  };
}

function notThere() {
  return failure('not-there', 'IAM does not know that key any more.', 'Look in the IAM console.');
}
