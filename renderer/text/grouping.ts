import { withCommas } from './with-commas.ts';
/** Groups of the list. */
export const groupingText = {
  groups: {
    pinned: 'Pinned',
    recent: 'Recent',
    others: 'All profiles',
    broken: 'Cannot be used',
    account: 'No account',
    folder: 'No folder',
    tag: 'No tag',
  },

  grouping: {
    label: 'Groups',
    hint: 'Of the profiles below the pinned and the recent ones.',
    choices: [
      { value: 'none', label: 'No groups' },
      { value: 'account', label: 'Group by account' },
      { value: 'folder', label: 'Group by folder' },
      { value: 'tag', label: 'Group by tag' },
    ],
    collapseAll: 'Collapse all groups',
    expand: 'Expand',
    expandAll: 'Expand all groups',
    collapsed: 'collapsed',
    profiles: (count: number) => `${withCommas(count)} ${count === 1 ? 'profile' : 'profiles'}`,
  },
} as const;
