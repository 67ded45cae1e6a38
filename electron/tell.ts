import type { Failure } from './core/failure.ts';
import { notify } from './shell/notify.ts';
import type { Windows } from './shell/windows.ts';

/** Tells the person of a failure that no window of theirs waits for: in the popover, and by a notification. */
export function createTell(windows: () => Windows): (failure: Failure) => void {
  return (failure) => {
    const { showPopover, broadcast } = windows();
    if (failure.kind === 'confirmation-required' && failure.profile !== undefined) {
      showPopover();
      broadcast('confirmationWanted', { profile: failure.profile });
      return;
    }
    if (failure.kind === 'ticket-needed' && failure.profile !== undefined) {
      showPopover();
      broadcast('ticketWanted', { profile: failure.profile });
      return;
    }
    const notified = notify({ title: failure.message, body: failure.remedy }, showPopover);
    // A tool needs a sign-in: the person is asked, and not interrupted at work.
    if (failure.kind === 'sign-in-needed' && notified) return;
    showPopover();
  };
}
