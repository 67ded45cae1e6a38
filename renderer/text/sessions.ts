/** How sessions are asked for. */
export const sessionsText = {
  ticket: {
    title: (profile: string) => `What do you work on as ${profile}?`,
    hint: 'Its session is named after a ticket, so that the account’s log says why you were there.',
    label: 'Ticket',
    missing: 'Type what you work on.',
  },
  session: {
    group: 'Session',
    length: {
      label: 'Length',
      hint: 'From the next session on, as far as AWS allows it.',
      asFile: 'As the config file says',
      chained: 'A role that is assumed from another lasts an hour at most.',
      of: (hours: number) => `${hours} hour${hours === 1 ? '' : 's'}`,
    },
    ownCode: {
      label: 'A code of its own',
      hint: 'Instead of one code for all roles of the user. Sessions of more than an hour always take one.',
    },
    name: 'Session name',
    identity: 'Source identity',
    packed: 'Policies and tags',
    packedOf: (percent: number) => `${percent} % of AWS’s room for them`,
  },
} as const;
