import { shellWord } from '../../shell-word.ts';
import { type Check, failing, notice, passed, unknown } from '../check.ts';
import type { Machine } from './machine.ts';

const start = { label: 'Start Rolecall', command: 'rolecall open' } as const;

/** Rolecall itself: running, reachable by its owner alone, and found by tools. */
export async function checkProgram(machine: Machine): Promise<readonly Check[]> {
  const [running, launcher, tray] = await Promise.all([
    machine.isRunning(),
    checkLauncher(machine),
    checkTray(machine),
  ]);
  return [
    running
      ? passed('program', 'Rolecall', 'It is running.')
      : notice('program', 'Rolecall', 'It is not running; the first tool that asks starts it.', [start]),
    ...(running ? [...(await checkSocket(machine)), ...(await checkMemory(machine))] : []),
    launcher,
    ...tray,
  ];
}

async function checkSocket({ platform, path, paths }: Machine): Promise<Check[]> {
  if (platform === 'win32') return [];
  const title = 'Socket';
  const folder = paths.socket.slice(0, paths.socket.lastIndexOf('/'));
  const facts = await path(folder);
  if (!facts) return [unknown('socket', title, `${folder} cannot be looked at.`)];
  if (!facts.isMine || (facts.mode & 0o077) !== 0)
    return [
      failing('socket', title, `Other users may reach ${folder}.`, [
        { label: 'Make it private', command: `chmod 700 ${shellWord(folder)}` },
      ]),
    ];
  return [passed('socket', title, 'Only you can reach it.')];
}

async function checkMemory({ programMemory }: Machine): Promise<Check[]> {
  const title = 'Memory';
  switch (await programMemory()) {
    case 'closed':
      return [passed('memory', title, 'No other program of yours can read it, and a crash leaves no copy of it.')];
    case 'open':
      return [
        failing(
          'memory',
          title,
          'Other programs of yours may read the memory of Rolecall, and a crash may leave a copy of it: the system did not let it forbid that.',
          [{ label: 'Forbid it for all programs', command: 'sudo sysctl kernel.yama.ptrace_scope=1' }],
        ),
      ];
    // macOS and Windows; or a program that was started before its command was renewed.
    default:
      return [];
  }
}

async function checkLauncher({ launcher, paths, find }: Machine): Promise<Check> {
  const title = 'Launcher';
  switch (await launcher()) {
    case 'absent':
      return notice('launcher', title, 'Rolecall was not started here yet, so tools cannot find it.', [start]);
    case 'elsewhere':
      return failing('launcher', title, `${paths.launcher} leads to another place than this Rolecall's.`, [start]);
    case 'broken':
      return failing('launcher', title, `${paths.launcher} names a program that is not there any more.`, [start]);
    case 'current':
      return (await find('curl')) === undefined
        ? notice('launcher', title, 'Tools find Rolecall, though slowly: curl is not installed.')
        : passed('launcher', title, 'Tools find Rolecall by it.');
  }
}

async function checkTray({ platform, hasTrayHost }: Machine): Promise<Check[]> {
  if (platform !== 'linux') return [];
  return [
    (await hasTrayHost())
      ? passed('tray', 'Tray', 'This desktop shows tray icons.')
      : notice(
          'tray',
          'Tray',
          'This desktop shows no tray icons (GNOME needs the AppIndicator extension); the window opens by command.',
          [start],
        ),
  ];
}
