import type { FileEdit } from '../../electron/core/contract.ts';
import { withCommas } from './with-commas.ts';

/** The user’s files: their problems, and what Rolecall would change in them. */
export const filesText = {
  problems: {
    line: (count: number) => (count === 1 ? '1 problem in your AWS files' : `${count} problems in your AWS files`),
    title: 'Problems in your AWS files',
    hint: 'Everything else in the files works. Rolecall changed nothing.',
    at: (file: string, line: number) => (line > 0 ? `${file}, line ${line}` : file),
  },

  edit: {
    ...editTexts(),
    checking: 'Looking at what would change…',
    nothing: 'The file says so already. There is nothing to change.',
    applying: 'Saving…',
    cancel: 'Cancel',
    done: 'Done',
    diff: (path: string) => `Changes to ${path}`,
    added: 'added',
    removed: 'removed',
    moreLines: (next: number, left: number) =>
      next === left ? `Show the last ${left} lines` : `Show ${next} more of ${withCommas(left)} lines`,
  },
} as const;

interface EditText {
  readonly title: string;
  readonly hint: string;
  readonly apply: string;
  readonly done: string;
}

function editTexts() {
  return {
    of(edit: FileEdit): EditText {
      switch (edit.kind) {
        case 'hand-over-default':
          return {
            title: 'Hand [default] to Rolecall',
            hint: 'Every tool that names no profile then follows the active role. You can take it back at any time; the file returns to what it was.',
            apply: 'Hand over',
            done: 'Tools that name no profile now follow the active role.',
          };
        case 'take-back-default':
          return {
            title: 'Take [default] back',
            hint: 'Tools that name no profile no longer come to Rolecall.',
            apply: 'Take back',
            done: '[default] is yours again.',
          };
        case 'adopt':
          return {
            title: `Adopt ${edit.profile}`,
            hint: `Tools that name “${edit.profile}” then get their credentials from Rolecall. The role stays written in your file, under names only Rolecall reads.`,
            apply: 'Adopt',
            done: `Tools that name “${edit.profile}” now come to Rolecall.`,
          };
        case 'release':
          return {
            title: `Release ${edit.profile}`,
            hint: `Gives “${edit.profile}” its original lines back. Tools then assume the role by themselves.`,
            apply: 'Release',
            done: `“${edit.profile}” is as it was.`,
          };
        case 'set-key':
          return {
            title: edit.value === null ? `Remove ${edit.key}` : `Set ${edit.key}`,
            hint: `Changes this one line of “${edit.profile}” in your AWS config file. Every tool that reads the profile sees it.`,
            apply: edit.value === null ? 'Remove' : 'Set',
            done: `“${edit.profile}” is changed. Try again from the list.`,
          };
        case 'add-sections':
          return {
            title: edit.sections.length === 1 ? 'Add a profile' : `Add ${edit.sections.length} sections`,
            hint: 'Writes them to the end of your AWS config file. Nothing that is there changes.',
            apply: 'Add',
            done: edit.sections.length === 1 ? 'The profile is in the list.' : 'They are in the list.',
          };
        case 'default-region':
          return {
            title: 'Region of [default]',
            hint: 'Tools that name no profile use this region.',
            apply: 'Set',
            done: 'The region is set.',
          };
      }
    },
  };
}
