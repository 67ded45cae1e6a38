import type { Failure } from './core/failure.ts';
import { notify } from './shell/notify.ts';
import type { Windows } from './shell/windows.ts';

/** Tells the person of failures that no window of theirs waits for. */
export function createTell(windows: () => Windows) {
  return {
    /** Of something in the background: by a notification, which leads to the popover. Nobody is interrupted at work. */
    tell(failure: Failure): void {
      const { showPopover } = windows();
      notify({ title: failure.message, body: failure.remedy }, showPopover, showPopover);
    },

    /** Of something the person has just asked for: in the popover, too, which takes the focus. */
    answer(failure: Failure, act?: 'console'): void {
      const { showPopover, broadcast } = windows();
      const { kind, profile } = failure;
      if (kind === 'cancelled') return;
      showPopover();
      if (kind === 'confirmation-required' && profile !== undefined)
        broadcast('confirmationWanted', { profile, ...(act && { act }) });
      else if (kind === 'ticket-needed' && profile !== undefined) broadcast('ticketWanted', { profile });
      else notify({ title: failure.message, body: failure.remedy }, showPopover);
    },
  };
}
