import type { IamSigner } from '../access-keys/iam-signer.ts';
import { parseArn } from '../arn.ts';
import type { Asker } from '../asker.ts';
import type { Door } from '../calls/call.ts';
import type { Enrolled, Enrolment } from '../calls/mfa-enrolment.ts';
import type { CatalogStore } from '../catalog.ts';
import type { AccessKey, SigningKeys } from '../credentials.ts';
import type { AccessKeyHop } from '../hop.ts';
import type { AwsContext, Clock, Iam, SettingsStore, Signal, Stop, Sts, Totp } from '../ports.ts';
import { failed, ok, type Result } from '../result.ts';
import type { MfaCodes } from './codes.ts';
import { nameTaken, noKey, noUser, over, sameCodes } from './enrolment-failures.ts';
import type { MfaSeeds } from './seeds.ts';

/** A set-up that nobody finishes is taken back after this long. */
const PATIENCE_MS = 15 * 60_000;

interface Open {
  readonly door: Door;
  readonly enrolment: Enrolment;
  readonly hop: AccessKeyHop;
  /** What signs, for a user who has a device already. */
  readonly session?: SigningKeys | undefined;
  /** In memory until the set-up ends; to the keychain only when the person says so. */
  readonly seed: string;
  readonly url: string;
  readonly stopTimer: Stop;
  /** A second finish must not send two more codes while AWS looks at the first. */
  checking: boolean;
}

export interface EnrolmentParts {
  readonly catalog: Pick<CatalogStore, 'chain'>;
  readonly iam: Iam;
  readonly sts: Pick<Sts, 'getCallerIdentity'>;
  readonly mfa: Pick<MfaCodes, 'spend'>;
  readonly seeds: Pick<MfaSeeds, 'add'>;
  readonly settings: SettingsStore;
  readonly totp: Totp;
  readonly qrRows: (text: string) => readonly string[];
  readonly clock: Pick<Clock, 'after'>;
  /** Nobody can guess it: it is all that a program needs to be told the seed. */
  readonly newId: () => string;
  readonly readAccessKey: (hop: AccessKeyHop) => Promise<Result<AccessKey>>;
  /** A session that was opened with MFA for a user who has a device, as policies often demand it for IAM; else the key. */
  readonly signer: Pick<IamSigner, 'sign'>;
}

export interface EnrolmentCaller {
  readonly door: Door;
  readonly asker: Asker;
  readonly signal: Signal;
}

/**
 * Sets up a virtual MFA device of an IAM user: made, shown, enabled with two codes. At most one at a time. A device
 * that was made and not enabled is written down in the settings until it is enabled or deleted, so that a set-up
 * which was cut off leaves nothing behind for ever.
 */
export function createEnrolments(parts: EnrolmentParts) {
  const { catalog, iam, sts, mfa, seeds, settings, totp, clock } = parts;
  let open: Open | undefined;
  /** Those that AWS still makes, and whether they were left meanwhile. */
  const starting = new Set<{ readonly door: Door; left: boolean }>();

  const pending = () => settings.get().unfinishedMfaDevices;
  const remember = (mfaSerial: string, profile: string | undefined) =>
    settings.update((all) => {
      const { [mfaSerial]: _, ...others } = all.unfinishedMfaDevices;
      return { ...all, unfinishedMfaDevices: profile === undefined ? others : { ...others, [mfaSerial]: profile } };
    });

  function contextOf(hop: AccessKeyHop, signal?: Signal): AwsContext {
    return { profile: hop.profile, region: hop.region, signal };
  }

  /** The base key is read again for each call, and not kept. */
  async function signerOf({ hop, session }: Open): Promise<Result<SigningKeys>> {
    return session ? ok(session) : parts.readAccessKey(hop);
  }

  /** Deletes a device that was never enabled. Gone or enabled meanwhile counts as done. */
  async function remove(mfaSerial: string, hop: AccessKeyHop, by: SigningKeys, signal?: Signal): Promise<Result<void>> {
    const removed = await iam.deleteVirtualMfaDevice(mfaSerial, by, contextOf(hop, signal));
    const isDone = removed.ok || removed.failure.kind === 'not-there' || removed.failure.awsCode === 'DeleteConflict';
    if (!isDone) return removed;
    return remember(mfaSerial, undefined);
  }

  async function drop(was = open): Promise<Result<void>> {
    if (!was) return ok(undefined);
    if (open === was) open = undefined;
    was.stopTimer();
    const by = await signerOf(was);
    return by.ok ? remove(was.enrolment.mfaSerial, was.hop, by.value) : by;
  }

  async function isEnabled({ enrolment, hop }: Open, by: SigningKeys): Promise<boolean> {
    const listed = await iam.listMfaDevices(by, contextOf(hop));
    return listed.ok && listed.value.some(({ serialNumber }) => serialNumber === enrolment.mfaSerial);
  }

  async function start(
    profile: string,
    name: string | undefined,
    who: EnrolmentCaller,
    isLeft: () => boolean,
  ): Promise<Result<Enrolment>> {
    const { signal } = who;
    const chain = catalog.chain(profile);
    if (!chain.ok) return chain;
    const [hop] = chain.value;
    if (hop.kind !== 'access-key') return failed(noKey(profile));
    await drop();
    const by: Result<SigningKeys> =
      hop.store === 'keychain' ? await parts.signer.sign(hop.profile, who) : await parts.readAccessKey(hop);
    if (!by.ok) return by;
    const context = contextOf(hop, signal);
    const identity = await sts.getCallerIdentity(by.value, context);
    if (!identity.ok) return identity;
    const userName = /^user\/(?:.*\/)?([^/]+)$/.exec(parseArn(identity.value.arn)?.resource ?? '')?.[1];
    if (userName === undefined) return failed(noUser(hop.profile));
    for (const [mfaSerial, of] of Object.entries(pending()))
      if (of === hop.profile) await remove(mfaSerial, hop, by.value, signal);
    const others = await iam.listMfaDevices(by.value, context);
    if (!others.ok) return others;

    const deviceName = name ?? userName;
    const made = await iam.createVirtualMfaDevice(deviceName, by.value, context);
    if (!made.ok) return made.failure.kind === 'already-there' ? failed(nameTaken(hop.profile, deviceName)) : made;
    const { serialNumber: mfaSerial, totpSeed: seed } = made.value;
    await remember(mfaSerial, hop.profile);
    const url = totp.url(seed, {
      issuer: 'Amazon Web Services',
      account: `${deviceName}@${identity.value.accountId}`,
    });
    const enrolment: Enrolment = {
      id: parts.newId(),
      profile: hop.profile,
      userName,
      mfaSerial,
      qr: [...parts.qrRows(url)],
      others: others.value.map(({ serialNumber }) => serialNumber),
    };
    const other = open;
    const mine: Open = {
      door: who.door,
      enrolment,
      hop,
      session: by.value.sessionToken === undefined ? undefined : by.value,
      seed,
      url,
      stopTimer: clock.after(PATIENCE_MS, () => void drop(mine)),
      checking: false,
    };
    open = mine;
    // Another that was begun at the same time.
    if (other) await drop(other);
    // Whoever asked is gone, so nobody will finish it.
    if (!isLeft()) return ok(enrolment);
    await drop(mine);
    return failed(over());
  }

  /** The one that is open, for who began it: no program may learn the seed that a person's window shows. */
  const openOf = (id: string, door: Door) => (open?.enrolment.id === id && open.door === door ? open : undefined);

  return {
    async start(profile: string, name: string | undefined, who: EnrolmentCaller): Promise<Result<Enrolment>> {
      const mine = { door: who.door, left: false };
      starting.add(mine);
      try {
        return await start(profile, name, who, () => mine.left || who.signal.aborted);
      } finally {
        starting.delete(mine);
      }
    },

    secret(id: string, door: Door): Result<{ seed: string; url: string }> {
      const mine = openOf(id, door);
      return mine ? ok({ seed: mine.seed, url: mine.url }) : failed(over());
    },

    async finish(
      id: string,
      codes: readonly [string, string],
      keepSeed: boolean,
      { signal, door }: EnrolmentCaller,
    ): Promise<Result<Enrolled>> {
      const mine = openOf(id, door);
      if (!mine || mine.checking) return failed(over());
      const { enrolment, hop, seed } = mine;
      const { mfaSerial, userName, profile } = enrolment;
      if (codes[0] === codes[1]) return failed(sameCodes(profile));
      mine.checking = true;
      try {
        const by = await signerOf(mine);
        if (!by.ok) return by;
        const input = { userName, serialNumber: mfaSerial, codes };
        const enabled = await mfa.spend(mfaSerial, codes, () =>
          iam.enableMfaDevice(input, by.value, contextOf(hop, signal)),
        );
        // An answer that was lost says nothing: AWS does.
        const isLost = !enabled.ok && (enabled.failure.kind === 'network' || enabled.failure.kind === 'timeout');
        if (!enabled.ok && !(isLost && (await isEnabled(mine, by.value)))) return enabled;
      } finally {
        mine.checking = false;
      }
      mine.stopTimer();
      if (open === mine) open = undefined;
      await remember(mfaSerial, undefined);
      const kept = keepSeed ? await seeds.add(mfaSerial, seed) : undefined;
      return ok({
        profile,
        mfaSerial,
        seedKept: kept?.ok === true,
        ...(kept && !kept.ok && { problem: kept.failure }),
      });
    },

    async cancel(id: string, door: Door): Promise<Result<void>> {
      const mine = openOf(id, door);
      return mine ? drop(mine) : ok(undefined);
    },

    /** Takes back what was begun through a door that is gone; without one, whatever is open. */
    async leave(door?: Door): Promise<void> {
      for (const one of starting) if (door === undefined || one.door === door) one.left = true;
      if (door === undefined || open?.door === door) await drop();
    },
  };
}

export type Enrolments = ReturnType<typeof createEnrolments>;
