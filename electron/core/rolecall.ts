import { readAccessKey } from './access-keys/base-keys.ts';
import { createKeyCare } from './access-keys/key-care.ts';
import { auditedHandlers } from './audit/audited.ts';
import { lockEntry } from './audit/own-entries.ts';
import { createCatalog } from './catalog.ts';
import { createConsoleLinks } from './console/console-link.ts';
import { createFindConsole } from './console/find-console.ts';
import { createDefaultRegion } from './default-region.ts';
import type { Handlers } from './dispatch.ts';
import { createDiagnose } from './doctor/diagnose.ts';
import { createExplainer } from './explain/explain.ts';
import { accessKeyHandlers } from './handlers/access-keys.ts';
import { auditHandlers } from './handlers/audit.ts';
import { clearKeyHandlers } from './handlers/clear-keys.ts';
import { clockHandlers } from './handlers/clock.ts';
import { consoleHandlers } from './handlers/console.ts';
import { doctorHandlers } from './handlers/doctor.ts';
import { environmentHandlers } from './handlers/environment.ts';
import { fileHandlers } from './handlers/files.ts';
import { listHandlers } from './handlers/list.ts';
import { lockHandlers } from './handlers/lock.ts';
import { lookHandlers } from './handlers/looks.ts';
import { mfaHandlers } from './handlers/mfa.ts';
import { mfaDeviceHandlers } from './handlers/mfa-devices.ts';
import { mfaEnrolmentHandlers } from './handlers/mfa-enrolment.ts';
import { onCurrentFiles } from './handlers/on-current-files.ts';
import { preferenceHandlers } from './handlers/preferences.ts';
import { profileDetailHandlers } from './handlers/profile-details.ts';
import { sessionHandlers } from './handlers/sessions.ts';
import { ssoHandlers } from './handlers/sso.ts';
import { ssoImportHandlers } from './handlers/sso-import.ts';
import { welcomeHandlers } from './handlers/welcome.ts';
import type { AccessKeyHop } from './hop.ts';
import { createAutoLock } from './lock/auto-lock.ts';
import { createLock } from './lock/lock.ts';
import { lockable } from './lock/lockable.ts';
import { createSecretClipboard } from './lock/secret-clipboard.ts';
import { createCareful } from './looks/careful.ts';
import { createQuestionLook } from './looks/question-look.ts';
import { createMfaCodes } from './mfa/codes.ts';
import { createMfaDevices } from './mfa/devices.ts';
import { createEnrolments } from './mfa/enrolment.ts';
import { createProcessSources } from './mfa/process-source.ts';
import { createMfaSeeds } from './mfa/seeds.ts';
import type { Stop, World } from './ports.ts';
import { createPreferences } from './preference-store.ts';
import { createRecentUses } from './recent-uses.ts';
import { createKeptSessions, keyIdOf } from './sessions/kept-sessions.ts';
import { createSessionPlans } from './sessions/session-plan.ts';
import { createSessionStates } from './sessions/session-states.ts';
import { createSessions } from './sessions/sessions.ts';
import { createAbort } from './sessions/shared-work.ts';
import { createIdentityCenterAccess } from './sso/identity-center.ts';
import { createImports } from './sso/organisation/imports.ts';
import { createPace } from './sso/organisation/pace.ts';
import { createReadings } from './sso/organisation/readings.ts';
import { profilesOfSession } from './sso/profiles-of-session.ts';
import { watchClockSkew } from './time/clock-skew.ts';

/** The calls that windows answer themselves; all others are Rolecall's own. */
export type WindowCalls =
  | 'showAccessKeyWindow'
  | 'accessKeyTarget'
  | 'showMfaDeviceWindow'
  | 'mfaDeviceTarget'
  | 'showSettings'
  | 'settingsTarget'
  | 'refusedPreferences'
  | 'about'
  | 'showPopover'
  | 'closeWindow'
  | 'leaveList'
  | 'quit';
export type DomainHandlers = Omit<Handlers, WindowCalls>;

/** Puts the domain together from its ports, and answers the contract's calls. */
export function createRolecall(world: World) {
  const { clock, awsClock, keychain, sts, files, settings, browser, userName } = world;
  const catalog = createCatalog({ files, settings });
  const states = createSessionStates(awsClock);
  const clockSkew = watchClockSkew(awsClock);
  const seeds = createMfaSeeds({ keychain, settings, totp: world.totp, clock: awsClock });
  const processes = createProcessSources({ catalog, settings, runCommand: world.mfaCommand });
  const lock = createLock(clock);
  const secretClipboard = createSecretClipboard({ ...world, lock });
  const mfa = createMfaCodes({
    clock: awsClock,
    findSource: ({ mfaSerial, profile }) => seeds.source(mfaSerial, profile) ?? processes.source(profile),
    isCommandOff: processes.isOff,
    isHeld: lock.isLocked,
  });
  const readKey = (hop: AccessKeyHop) => readAccessKey(hop, keychain, catalog.content());
  const kept = createKeptSessions({ keychain, settings, awsClock, keyIdOf: keyIdOf(catalog, settings) });
  const sso = createIdentityCenterAccess({
    world: world.sso,
    clock,
    awsClock,
    keychain,
    browser,
    settings,
    catalog,
    tell: world.tell,
  });
  const readings = createReadings({
    ...world.sso,
    clock,
    pace: createPace({ clock }),
    access: sso.access,
    tokens: sso.tokens,
    store: world.sso.organisations,
  });
  const explain = createExplainer({ catalog, settings, partitions: world.partitions, platform: world.platform });
  const { broker, choices, switching, signedInAnew, followRename } = createSessions(world, {
    catalog,
    states,
    mfa,
    kept,
    sso,
    explain,
    lock,
    readAccessKey: readKey,
  });
  sso.onSignedIn(({ name }) => signedInAnew(profilesOfSession(catalog.view(), name)));
  const defaultRegion = createDefaultRegion({ catalog, states, files, tell: world.tell });
  const imports = createImports({ catalog, files, settings, readings, followRename });
  const keyCare = createKeyCare(world, { catalog, broker, kept, readAccessKey: readKey, followRename });
  const { signer, rotations } = keyCare;
  const consoleLink = createConsoleLinks({ catalog, signIn: world.signIn, sts, keychain, userName });

  const diagnose = createDiagnose({ ...world, catalog, broker, states, explain, open: switching.open });
  const preferences = createPreferences(settings);
  preferences.onChange(() => void kept.sweep());
  catalog.onChange(() => void kept.sweep());
  const autoLock = createAutoLock({ lock, person: world.person, preferences, clock });
  // A question that waits would be answered to nobody's use.
  lock.onChange((state) => {
    if (!state.locked) return;
    mfa.leave();
    void secretClipboard.takeBack();
    sso.signIns.cancelAll();
    world.browser.takeBack();
    // Else a program that is killed and started again would serve what the lock holds back.
    void kept.forget();
    void enrolments.leave();
    // By hand it was a call, which is written down as such.
    if (state.reason !== 'by-hand') void world.audit.append(lockEntry(clock.now(), state.reason));
  });

  const devices = createMfaDevices({ catalog, seeds, iam: world.iam, signer, keys: keyCare.index });
  const enrolments = createEnrolments({
    ...world,
    catalog,
    mfa,
    seeds,
    readAccessKey: readKey,
    signer,
  });
  const careful = createCareful({ clock, isCareful: (profile) => settings.get().careful.includes(profile) });

  const uses = createRecentUses({ settings, catalog, clock });
  const questionLook = createQuestionLook(catalog);
  const findConsole = createFindConsole({ catalog, states, partitions: world.partitions });

  const handlers: DomainHandlers = {
    ...sessionHandlers({
      catalog,
      states,
      switching,
      plans: createSessionPlans({ catalog, broker, choices, settings }),
      defaultRegion,
      careful,
      mfa,
      kept,
      uses,
      awsClock,
    }),
    ...listHandlers({ clock, catalog, states, findConsole, settings, preferences }),
    ...lockHandlers({ lock, person: world.person }),
    ...preferenceHandlers({ catalog, settings, preferences }),
    ...lookHandlers({ catalog, settings }),
    ...welcomeHandlers(settings),
    ...environmentHandlers({ ...world, catalog, switching, preferences, uses, careful, secretClipboard }),
    ...consoleHandlers({
      ...world,
      switching,
      consoleLink,
      catalog,
      uses,
      explain,
      findConsole,
      careful,
      secretClipboard,
    }),
    ...accessKeyHandlers(keyCare),
    ...clearKeyHandlers(keyCare.takeIn, rotations),
    ...profileDetailHandlers({ catalog, settings }),
    ...fileHandlers({
      catalog,
      files,
      defaultRegion,
      rotations,
      move: keyCare.move,
    }),
    ...doctorHandlers(diagnose),
    ...mfaHandlers(mfa, questionLook),
    ...mfaDeviceHandlers({ devices, seeds }),
    ...mfaEnrolmentHandlers(enrolments),
    ...auditHandlers(world.audit),
    ...ssoHandlers({ sso, catalog, states, switching, browser, clipboard: world.clipboard }),
    ...clockHandlers(clockSkew),
    ...ssoImportHandlers({ sso, readings, imports }),
  };

  const guarded = auditedHandlers(lockable(onCurrentFiles(handlers, catalog), lock), { log: world.audit, clock });

  return {
    handlers: guarded,
    catalog,
    states,
    mfa,
    /** A question as the window shows it. */
    questionLook,
    lock,
    /** The system says that the person is away. */
    away: autoLock.away,
    preferences,
    rotations,
    sso,
    /** The window of a new MFA device was closed. */
    leaveEnrolment: () => enrolments.leave('mfa-device'),
    clockSkew,
    readings,
    /** A new session for a notice that was clicked. */
    renew: (profile: string) =>
      guarded.renewSession({ profile }, { door: 'popover', asker: { through: 'tray' }, signal: createAbort().signal }),
    /** Reads the files and follows their changes, until stopped. */
    async start(): Promise<Stop> {
      const stop = catalog.follow();
      await catalog.refresh();
      const stopLocking = autoLock.start();
      return () => {
        stopLocking();
        stop();
      };
    },
    /** After a sleep or a change of the clock: what ran out meanwhile is marked. */
    lookAtClock(): void {
      awsClock.look();
      switching.sweepExpired();
    },
    /** Nothing is left in memory; for quitting. */
    end(): void {
      mfa.leave();
      secretClipboard.end();
      switching.end();
      sso.signIns.cancelAll();
      readings.stopAll();
      world.browser.takeBack();
    },
  };
}

export type Rolecall = ReturnType<typeof createRolecall>;
