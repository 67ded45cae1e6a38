import type { keyTables } from '../model/keys.ts';

type Words = { readonly [T in keyof typeof keyTables]: { readonly [K in keyof (typeof keyTables)[T]]: string } };

/** Keys: their names, and what each is for. */
export const shortcutsText = {
  shortcuts: {
    /** On the key. */
    caps: { command: 'Ctrl', commandOnMac: '⌘', shift: 'Shift', shiftOnMac: '⇧' },
    /** In a sentence, and for screen readers. */
    words: { command: 'Ctrl', commandOnMac: 'Command', shift: 'Shift', shiftOnMac: 'Shift' },
    names: {
      ArrowDown: 'Down',
      ArrowUp: 'Up',
      ArrowLeft: 'Left',
      ArrowRight: 'Right',
      PageDown: 'Page Down',
      PageUp: 'Page Up',
      Home: 'Home',
      End: 'End',
      Enter: 'Enter',
      Backspace: 'Backspace',
      Escape: 'Esc',
      ContextMenu: 'Menu',
      F10: 'F10',
    },
    /** Between two keys that do the same. */
    or: 'or',
    anywhere: {
      label: 'Keys from anywhere',
      hint: 'Open and close the list. Press them here; Backspace clears.',
      none: 'None',
    },
    tables: {
      list: 'In the list',
      row: 'With the selected profile',
      pick: 'When choosing a service or a region',
      prompt: 'In windows that ask for a code, a key or a device',
      settings: 'In this window',
    },
    /** What each key does; those of a row are named as in its menu. */
    does: {
      list: {
        next: 'Next profile',
        previous: 'Profile before',
        'page-down': 'A page down',
        'page-up': 'A page up',
        first: 'First profile',
        last: 'Last profile',
        collapse: 'Collapse the group, while nothing is searched for',
        expand: 'Open the collapsed group',
        'row-menu': 'All that can be done with the selected profile',
        menu: 'Menu',
        back: 'One step back: menu, panel, search text, window',
      },
      pick: {
        next: 'Next line',
        previous: 'Line before',
        'page-down': 'A page down',
        'page-up': 'A page up',
        take: 'Open the service, or take the region',
        favourite: 'Make it a favourite, or no longer',
        back: 'One step back',
      },
      prompt: { send: 'Go on with what was typed', cancel: 'Cancel' },
      settings: {
        next: 'Next page, from the sidebar',
        previous: 'Page before, from the sidebar',
        take: 'Take what was typed into a field',
        close: 'Close the window',
      },
    } satisfies Omit<Words, 'row'>,
  },
} as const;
