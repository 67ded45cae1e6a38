/** Runs the real keychain in a process of its own, on the session bus that its environment names. */
import { readFile } from 'node:fs/promises';
import { exitHard } from '../exit-hard.ts';
import { createKeychain } from '../keychain.ts';

const keychain = createKeychain({ deadlineMs: Number(process.argv[2]) });

async function perform(operation: string, account: string, secret: string): Promise<unknown> {
  if (operation === 'read') return keychain.read(account);
  if (operation === 'save') return keychain.save(account, secret);
  if (operation === 'remove') return keychain.remove(account);
  if (operation === 'stuck') return keychain.hasStuckCall();
  // Four reads at once would wait for ever if all of Node's file threads were blocked.
  const files = await Promise.all(Array.from({ length: 4 }, () => readFile('/proc/self/stat', 'utf8')));
  return files.length;
}

process.on('message', ([id, operation, account, secret]: [number, string, string, string]) => {
  if (operation === 'exit') exitHard(7);
  void perform(operation, account, secret).then((value) => process.send?.([id, value]));
});
process.send?.('ready');
