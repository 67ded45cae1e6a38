import { partitionsPort } from '../../aws/partitions-port.ts';
import type { AwsFilesContent, SectionValues } from '../aws-files.ts';
import type { BrowserChoice } from '../console/browser-choice.ts';
import type { FileEdit } from '../contract.ts';
import type { EnvironmentChange } from '../environment/variables.ts';
import { failure } from '../failure.ts';
import type { AwsFiles, Browser, Keychain, SignIn, World } from '../ports.ts';
import { failed, ok } from '../result.ts';
import type { Notice } from '../sessions/notice.ts';
import type { ProfilesEdit } from '../sso/organisation/import-plan.ts';
import { createAwsClock } from '../time/aws-clock.ts';
import { createFakeAuditLog } from './fake-audit-log.ts';
import { createFakeClearKeys } from './fake-clear-keys.ts';
import { createFakeClock } from './fake-clock.ts';
import { createFakeIam } from './fake-iam.ts';
import { createFakeIdentityCenter } from './fake-identity-center.ts';
import { createFakePerson } from './fake-person.ts';
import { createFakeSettings } from './fake-settings.ts';
import { createFakeSts } from './fake-sts.ts';
import { fakeTotp } from './fake-totp.ts';

/** A world of fakes that a test drives: profiles as sections, a keychain as a map, a browser that writes links down. */
export function createFakeWorld(
  profiles: Record<string, SectionValues>,
  ssoSessions: Record<string, SectionValues> = {},
) {
  const clock = createFakeClock();
  const awsClock = createAwsClock({ clock });
  const fakeSts = createFakeSts(clock, awsClock);
  const fakeIam = createFakeIam(clock);
  const fakeAudit = createFakeAuditLog();
  const fakeSso = createFakeIdentityCenter(clock);
  const fakePerson = createFakePerson(clock);
  const items = new Map<string, string>();
  const opened: string[] = [];
  const takenBack: string[] = [];
  const openedIn: (BrowserChoice | undefined)[] = [];
  /** What the clipboard held, one after the other; empty when it was cleared. */
  const copied: string[] = [];
  const terminals: { environment: EnvironmentChange; own: string }[] = [];
  const commands: string[] = [];
  let commandPrints = '';
  let ids = 0;
  const edits: (FileEdit | ProfilesEdit)[] = [];
  const policyFiles = new Map<string, string>();
  const notices: Notice[] = [];
  const withdrawn = new Set<Notice>();
  const clear = createFakeClearKeys();
  const links: Parameters<SignIn['consoleLink']>[1][] = [];
  let content = contentOf(profiles, ssoSessions);
  let wasRead: AwsFilesContent | undefined;
  let onChange = () => {};

  const keychain: Keychain = {
    read: async (account) => ok(items.get(account)),
    save: async (account, secret) => {
      items.set(account, secret);
      return ok(undefined);
    },
    remove: async (account) => {
      items.delete(account);
      return ok(undefined);
    },
  };
  const files: AwsFiles = {
    read: async () => {
      wasRead = content;
      return content;
    },
    isCurrent: async () => wasRead === content,
    watch: (listener) => {
      onChange = listener;
      return () => {
        onChange = () => {};
      };
    },
    preview: async () => ok({ path: 'config', diff: '' }),
    apply: async (edit) => {
      edits.push(edit);
      return ok({ path: 'config', diff: '' });
    },
  };
  const signIn: SignIn = {
    consoleLink: async (_credentials, options) => {
      links.push(options);
      return ok(`https://signin.example/federation?profile=${options.profile}`);
    },
  };
  const browser: Browser = {
    open: async (url, { choice } = {}) => {
      opened.push(url);
      openedIn.push(choice);
      return ok(undefined);
    },
    installed: async () => [
      { browser: 'firefox', name: 'Firefox', profiles: [{ id: 'work', name: 'work' }] },
      { browser: 'chrome', name: 'Google Chrome', profiles: [] },
    ],
    takeBack: () => void takenBack.push(...opened),
  };

  const world: World = {
    clock,
    awsClock,
    keychain,
    sts: fakeSts.sts,
    iam: fakeIam.iam,
    signIn,
    files,
    clearKeys: clear.files,
    settings: createFakeSettings(),
    browser,
    clipboard: {
      write: (text) => void copied.push(text),
      read: async () => copied.at(-1) ?? '',
      clear: () => void copied.push(''),
    },
    terminal: {
      open: async (environment, own) => {
        terminals.push({ environment, own });
        return ok(undefined);
      },
    },
    shell: 'bash',
    partitions: partitionsPort,
    platform: 'linux',
    totp: fakeTotp,
    qrRows: (text) => [text],
    mfaCommand: async (command) => {
      commands.push(command);
      return ok(commandPrints);
    },
    audit: fakeAudit.log,
    sso: fakeSso.world,
    person: fakePerson.person,
    newId: () => `id-${++ids}`,
    userName: 'ada',
    hostName: 'laptop',
    readPolicyFile: async (path) => {
      const text = policyFiles.get(path);
      return text === undefined
        ? failed(failure('file-unreadable', 'The session policy could not be read.', 'Correct its path.'))
        : ok(text);
    },
    notify: (notice) => {
      notices.push(notice);
      return () => void withdrawn.add(notice);
    },
    random: () => 0,
  };
  return {
    world,
    clock,
    awsClock,
    fakeSts,
    fakeIam,
    fakeAudit,
    fakeSso,
    fakePerson,
    items,
    opened,
    /** The browser that was chosen for each. */
    openedIn,
    /** What was opened before the browser was told to take back what waits. */
    takenBack,
    copied,
    terminals,
    commands,
    /** What the command of a profile for MFA codes prints from now on. */
    commandPrints(text: string) {
      commandPrints = text;
    },
    policyFiles,
    notices,
    /** Those of `notices` that were taken back. */
    withdrawn,
    edits,
    clear,
    links,
    saveFiles(changed: Record<string, SectionValues>) {
      content = contentOf(changed, ssoSessions);
      onChange();
    },
    /** The files are other than before, and the watch has not told yet. */
    saveFilesUnseen(changed: Record<string, SectionValues>) {
      content = contentOf(changed, ssoSessions);
    },
  };
}

function contentOf(
  profiles: Record<string, SectionValues>,
  ssoSessions: Record<string, SectionValues>,
): AwsFilesContent {
  return {
    profiles: new Map(Object.entries(profiles)),
    ssoSessions: new Map(Object.entries(ssoSessions)),
    services: new Map(),
    problems: [],
  };
}
