import { run } from './processes.ts';
import type { SessionBus } from './session-bus.ts';

/** What the keychain of a private desktop is encrypted with. */
export const keychainPassword = 'test-keychain-password';

const secrets = { to: 'org.freedesktop.secrets', path: '/org/freedesktop/secrets' };
const collection = '/org/freedesktop/secrets/collection/login';

/** The gnome-keyring of a private desktop, from outside the program. */
export interface PrivateKeychain {
  /** What Rolecall has in it: account → secret. */
  items(): Promise<Readonly<Record<string, string>>>;
  /** As after an idle hour: the next look-up waits for a person. */
  lock(): Promise<void>;
  /** As a person does who logs out and in again: a new daemon on the same files, unlocked with the password. */
  unlock(): Promise<void>;
  isLocked(): Promise<boolean>;
}

export function createPrivateKeychain(place: {
  bus: SessionBus;
  env: Readonly<Record<string, string>>;
  logInAgain: () => Promise<void>;
}): PrivateKeychain {
  const { bus, env, logInAgain } = place;
  const isLocked = async () =>
    (await bus.property(secrets.to, collection, 'org.freedesktop.Secret.Collection.Locked')) === true;
  return {
    isLocked,
    async items() {
      // In a process of its own: the bus's address is read once, when libsecret is loaded.
      const script = `const keytar = require('keytar');
        keytar.findCredentials('Rolecall').then((items) => process.stdout.write(JSON.stringify(items)));`;
      const { status, stdout, stderr } = await run(process.execPath, ['-e', script], {
        env,
        cwd: import.meta.dirname,
      });
      if (status !== 0) throw new Error(`the keychain could not be read: ${stderr}`);
      const items = JSON.parse(stdout) as readonly { account: string; password: string }[];
      return Object.fromEntries(items.map(({ account, password }) => [account, password]));
    },
    async lock() {
      await bus.call({
        ...secrets,
        member: 'org.freedesktop.Secret.Service.Lock',
        args: [`array:objpath:${collection}`],
      });
      if (!(await isLocked())) throw new Error('the keychain did not lock');
    },
    async unlock() {
      await logInAgain();
      if (await isLocked()) throw new Error('the keychain did not unlock');
    },
  };
}
