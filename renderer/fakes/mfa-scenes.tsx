import type { MfaQuestion } from '../../electron/core/contract.ts';
import { MfaApp } from '../app/mfa-app.tsx';
import { createFakeClient, good } from './fake-client.ts';
import type { Scene, Scenes } from './scene.ts';

function mfa(more: Partial<MfaQuestion> = {}): Scene {
  const question: MfaQuestion = {
    id: '1',
    profile: 'production-admin',
    roleArn: 'arn:aws:iam::418295063117:role/AdministratorAccess',
    mfaSerial: 'arn:aws:iam::904417236685:mfa/anna-phone',
    asker: { through: 'tray' },
    checking: false,
    waiting: 0,
    ...more,
  };
  const { client } = createFakeClient({ currentQuestion: () => good({ question }) });
  return { window: 'mfa', render: () => <MfaApp client={client} /> };
}

/** The window that asks for a code. */
export function mfaScenes(now: number): Scenes {
  return {
    'mfa-ask': mfa({ accountName: 'Acme Production', colour: 'red', production: true }),
    'mfa-program': mfa({
      asker: {
        through: 'credential-process',
        program: { name: 'terraform', pid: 48_213, path: '/usr/local/bin/terraform' },
        parent: { name: 'zsh', pid: 4120, path: '/bin/zsh' },
      },
      waiting: 2,
    }),
    'mfa-hostile': mfa({
      profile: 'data-platform-us-warehouse-migration-2026-with-a-name-that-goes-on',
      accountName: 'Acme Production and whatever else somebody called this account of theirs',
      colour: 'red',
      production: true,
      mfaSerial: 'arn:aws:iam::904417236685:mfa/a-device-with-a-name-as-long-as-iam-allows-which-is-quite-long-indeed',
      asker: {
        through: 'credential-process',
        program: {
          name: 'You, from the tray \uFFFDyart eht morf\uFFFD and a long, long name after that which nobody can read',
          pid: 48_213,
          path: '/home/anna/.cache/tmp/a/folder/that/is/deep/and/deeper/than/anything/should/be/You, from the tray',
        },
        parent: { name: 'bash', pid: 4120, path: '/bin/bash' },
      },
      waiting: 3,
    }),
    'mfa-wrong': mfa({
      problem: {
        kind: 'mfa-wrong-code',
        message: 'AWS did not take this code.',
        remedy: 'Enter the one your device shows now.',
      },
    }),
    'mfa-used': mfa({
      profile: 'data-platform-us-warehouse-migration-2026',
      roleArn: undefined,
      asker: {
        through: 'command',
        program: { name: 'rolecall', pid: 812, path: '/home/anna/.local/share/rolecall/bin/rolecall' },
        parent: { name: 'bash', pid: 800 },
      },
      problem: {
        kind: 'mfa-code-used',
        message: 'This code was used already. AWS takes each code once.',
        remedy: 'Wait for your device to show the next one, and enter that.',
      },
      nextCodeAt: now + 17_000,
      waiting: 1,
    }),
    'mfa-used-before': mfa({ nextCodeAt: now + 17_000 }),
    'mfa-command-off': mfa({ commandOff: true }),
    'mfa-seed-wrong': mfa({
      problem: {
        kind: 'mfa-seed',
        message:
          'AWS refused the code of the seed that is kept for this device: the seed is of another device, or this computer’s clock is off.',
        remedy:
          'Enter a code yourself. To replace the seed: rolecall mfa seed add arn:aws:iam::904417236685:mfa/anna-phone',
      },
    }),
    'mfa-checking': mfa({ checking: true }),
    'mfa-none': {
      window: 'mfa',
      render: () => <MfaApp client={createFakeClient({ currentQuestion: () => good({ question: null }) }).client} />,
    },
  };
}
