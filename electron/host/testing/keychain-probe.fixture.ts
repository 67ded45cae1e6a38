/** Runs the real keychain in a process of its own, on the session bus that its environment names. */
import { readFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { exitHard } from '../exit-hard.ts';
import { createKeychain } from '../keychain.ts';

const deadlineMs = Number(process.argv[2]);
const keychain = createKeychain({ deadlineMs });

async function perform(operation: string, account: string, secret: string): Promise<unknown> {
  if (operation === 'read') return keychain.read(account);
  if (operation === 'save') return keychain.save(account, secret);
  if (operation === 'remove') return keychain.remove(account);
  if (operation === 'stuck') return keychain.hasStuckCall();
  // Without the queue that all calls share, each blocks a thread of its own.
  if (operation === 'read-alone') return createKeychain({ deadlineMs }).read(account);
  if (operation === 'file-times') return fileTimes(Number(account), Number(secret));
  // Four reads at once would wait for ever if all of Node's file threads were blocked.
  const files = await Promise.all(Array.from({ length: 4 }, () => readFile('/proc/self/stat', 'utf8')));
  return files.length;
}

/** How long reading a small file takes, in milliseconds: `times` in a row, given up after `mostMs` each. */
async function fileTimes(times: number, mostMs: number): Promise<number[]> {
  const took: number[] = [];
  for (let i = 0; i < times; i += 1) {
    const startedAt = performance.now();
    await Promise.race([readFile('/proc/self/stat'), wait(mostMs)]);
    took.push(performance.now() - startedAt);
    await wait(5);
  }
  return took;
}

process.on('message', ([id, operation, account, secret]: [number, string, string, string]) => {
  if (operation === 'exit') exitHard(7);
  void perform(operation, account, secret).then((value) => process.send?.([id, value]));
});
process.send?.('ready');
