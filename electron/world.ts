import { randomUUID } from 'node:crypto';
import { homedir, hostname, userInfo } from 'node:os';
import { clipboard, session, shell } from 'electron';
import type { EndpointOf } from './aws/client-settings.ts';
import { caBundleOf } from './aws/connection/ca-bundle-of.ts';
import { createAwsConnection } from './aws/connection/connection.ts';
import { isConsoleUrl } from './aws/console-hosts.ts';
import { createIam } from './aws/iam.ts';
import { callbackPath, isSignInUrl } from './aws/identity-center/hosts.ts';
import { createIdentityCenter } from './aws/identity-center/identity-center.ts';
import { createPkce } from './aws/identity-center/pkce.ts';
import { partitionsPort } from './aws/partitions-port.ts';
import { createSignIn } from './aws/sign-in.ts';
import { createSts } from './aws/sts.ts';
import { createAwsFiles } from './config/aws-files.ts';
import { createClearKeyFiles } from './config/clear-keys/clear-key-files.ts';
import { policyFileReader } from './config/policy-file.ts';
import { createSsoTokenCache } from './config/sso-token-cache.ts';
import type { AwsFilesContent } from './core/aws-files.ts';
import { shellNamed } from './core/environment/shell-text.ts';
import type { Failure } from './core/failure.ts';
import type { Clock, SettingsStore, World } from './core/ports.ts';
import { endpointOf } from './core/profiles/profile-parameters.ts';
import { settingsOf } from './core/profiles/profile-settings.ts';
import { ssoSessionsIn } from './core/sso/sso-session.ts';
import { createAwsClock } from './core/time/aws-clock.ts';
import { writeFileAtomic } from './host/atomic-file.ts';
import { auditService, createAuditAnchor } from './host/audit/audit-anchor.ts';
import { createAuditLog } from './host/audit/audit-log.ts';
import { createAnswerListener } from './host/browser-answer.ts';
import { createBrowser } from './host/browsers/browser.ts';
import { installedBrowsers } from './host/browsers/installed.ts';
import { createOneTimeLinks } from './host/browsers/one-time-link.ts';
import { isOwnPeer } from './host/browsers/peer-owner.ts';
import { createKeychain } from './host/keychain.ts';
import { createMfaCommand } from './host/mfa-command.ts';
import { createOrganisationFiles } from './host/organisation-files.ts';
import type { Places } from './host/places.ts';
import { qrRows } from './host/qr-code.ts';
import { changedEnvironment, startProgram } from './host/start-program.ts';
import { createTerminal } from './host/terminal/terminal.ts';
import { totp } from './host/totp.ts';
import { notify } from './shell/notify.ts';
import { createPerson } from './shell/person.ts';

/** The real adapter of every port that the domain needs, and what of them the start and the end of the program must know. */
export function createWorld(parts: {
  readonly places: Places;
  readonly settings: SettingsStore;
  readonly clock: Clock;
  /** The user's files as they were last read. */
  readonly content: () => AwsFilesContent;
  readonly tell: (failure: Failure) => void;
  readonly renew: (profile: string) => void;
}) {
  const { places, settings, clock, content, tell, renew } = parts;
  const awsClock = createAwsClock({ clock, ask: () => connection.askTime() });
  const connection = createAwsConnection({
    awsClock,
    systemProxy: (url) => session.defaultSession.resolveProxy(url),
    caBundleOf: (profile) => caBundleOf(content(), profile),
  });
  const endpoints: EndpointOf = (profile, service) =>
    endpointOf(settingsOf(content().profiles.get(profile) ?? {}), content(), service);
  const keychain = createKeychain();
  const auditKeychain = createKeychain({ service: auditService });
  const audit = createAuditLog({
    folder: places.audit,
    clock,
    anchor: createAuditAnchor(auditKeychain),
    onTampered: tell,
  });
  const world: World = {
    clock,
    awsClock,
    awsDeadlineMs: connection.deadlineMs,
    keychain,
    settings,
    audit,
    sts: createSts({ connection, endpointOf: endpoints }),
    iam: createIam({ connection, endpointOf: endpoints }),
    signIn: createSignIn({ connection }),
    person: createPerson(),
    browser: createBrowser({
      openExternal: (url) => shell.openExternal(url),
      oneTimeLinks: createOneTimeLinks({
        clock,
        // Other systems do not say whose a connection is: there the random path alone keeps others out.
        isOwn: process.platform === 'linux' ? isOwnPeer : async () => true,
      }),
      installed: () => installedBrowsers({ env: process.env, home: homedir(), platform: process.platform }),
      start: async (program, parameters) => {
        const env = changedEnvironment(process.env, { set: {}, unset: [] });
        return (await startProgram(program, parameters, { env, cwd: homedir() })).ok;
      },
      isAllowed: (url) => isConsoleUrl(url, process.env) || isSignInUrl(url, ssoSessionsIn(content()), process.env),
    }),
    clipboard: {
      write: (text) => clipboard.writeText(text),
      read: async () => clipboard.readText(),
      clear: () => clipboard.clear(),
    },
    terminal: createTerminal({ platform: process.platform, env: process.env, home: homedir(), folder: places.run }),
    shell: shellNamed(process.env.SHELL, process.platform),
    sso: {
      identityCenter: createIdentityCenter({ connection, endpointOf: endpoints, now: awsClock.now }),
      answers: createAnswerListener(callbackPath),
      sharedTokens: createSsoTokenCache({ home: homedir(), env: process.env, replace: writeFileAtomic }),
      organisations: createOrganisationFiles(places.organisations),
      pkce: createPkce,
      random: Math.random,
    },
    files: createAwsFiles({ environment: process.env, home: homedir(), launcher: places.launcher }),
    clearKeys: createClearKeyFiles({ environment: process.env, home: homedir() }),
    partitions: partitionsPort,
    platform: process.platform,
    totp,
    qrRows,
    mfaCommand: createMfaCommand(),
    newId: randomUUID,
    userName: userInfo().username,
    hostName: hostname(),
    readPolicyFile: policyFileReader(process.env, homedir()),
    notify: ({ title, body, action }) => notify({ title, body, button: action.label }, () => renew(action.profile)),
    tell,
  };
  return {
    world,
    audit,
    /** Connections that a sleep has cut would be waited for. */
    dropIdleConnections: connection.dropIdle,
    /** A keychain call that nobody answered blocks a thread that Node would wait for. */
    hasStuckCall: () => keychain.hasStuckCall() || auditKeychain.hasStuckCall(),
  };
}
