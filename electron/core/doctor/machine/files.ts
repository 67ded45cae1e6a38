import { fixes } from '../../explain/fixes.ts';
import { shellWord } from '../../shell-word.ts';
import { type Check, failing, notice, passed } from '../check.ts';
import type { FilesFacts, Machine } from './machine.ts';

/** The AWS files: what tools make of them, and who may read them. */
export async function checkFiles(machine: Machine): Promise<readonly Check[]> {
  const facts = await machine.readFiles();
  const checks = [meaning(facts), ...(await permissions(machine, facts)), handedOver(facts)];
  return facts.keysInClear.length > 0 ? [...checks, inClear(facts)] : checks;
}

function meaning({ problems, broken }: FilesFacts): Check {
  const title = 'AWS files';
  const found = [...problems.map(({ message }) => message), ...broken.map(({ failure }) => failure.message)];
  const [first] = found;
  if (first === undefined) return passed('files', title, 'Every AWS tool reads them the same way.');
  const more = found.length > 1 ? ` And ${found.length - 1} more.` : '';
  return failing('files', title, `${first}${/[.!?]$/.test(first) ? '' : '.'}${more}`, [fixes.checkFiles()]);
}

const OTHERS = 0o077;

async function permissions({ platform, path, paths }: Machine, { keysInClear }: FilesFacts): Promise<Check[]> {
  // Windows has access lists instead, which a profile folder has right by default.
  if (platform === 'win32') return [];
  const title = 'Permissions';
  const secret = keysInClear.length > 0 ? [paths.config, paths.credentials] : [paths.credentials];
  for (const file of secret) {
    const facts = await path(file);
    if (facts && (facts.mode & OTHERS) !== 0)
      return [
        failing('permissions', title, `Other users of this computer may read ${file}.`, [
          { label: 'Make it private', command: `chmod 600 ${shellWord(file)}` },
        ]),
      ];
  }
  return [passed('permissions', title, 'Nobody else may read your credentials file.')];
}

function handedOver({ defaultHandedOver, adopted }: FilesFacts): Check {
  const title = 'Tools';
  const named =
    adopted.length === 0 ? '' : ` ${adopted.length} adopted profile${adopted.length === 1 ? '' : 's'} come here, too.`;
  return defaultHandedOver
    ? passed('default', title, `Tools that name no profile follow the active role.${named}`)
    : notice('default', title, `Tools that name no profile do not follow the active role.${named}`, [
        { label: 'Hand [default] over', command: 'rolecall config default on' },
      ]);
}

function inClear({ keysInClear }: FilesFacts): Check {
  const names = keysInClear.slice(0, 3).map((name) => `"${name}"`);
  const more = keysInClear.length > 3 ? ` and ${keysInClear.length - 3} more` : '';
  return notice('keys-in-clear', 'Secret keys', `The keys of ${names.join(', ')}${more} stand in clear in the files.`, [
    { label: 'Take them in', command: 'rolecall keys take' },
  ]);
}
