/** The lock, on every surface. */
export const lockText = {
  lock: {
    title: 'Rolecall is locked',
    hint: 'Nothing is handed out. Your sessions are kept, and run out as they would.',
    reason: {
      'by-hand': (time: string) => `You locked it at ${time}.`,
      idle: (time: string) => `Nobody was at this computer, so it locked at ${time}.`,
      'screen-lock': (time: string) => `It locked with the screen at ${time}.`,
      suspend: (time: string) => `It locked when the computer went to sleep at ${time}.`,
    },
    unlock: 'Unlock',
    now: 'Lock now',
    after: {
      label: 'Lock after',
      hint: 'When nobody has touched this computer for so long.',
      choices: [
        { value: 5, label: '5 minutes' },
        { value: 15, label: '15 minutes' },
        { value: 30, label: '30 minutes' },
        { value: 60, label: '1 hour' },
        { value: 0, label: 'Never' },
      ],
    },
    withScreen: {
      label: 'Lock with the screen',
      hint: 'When the screen is locked, and when the computer goes to sleep.',
    },
  },
} as const;
