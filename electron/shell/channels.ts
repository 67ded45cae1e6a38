/** Names that main and the preload script share. Nothing is imported here: it is bundled into the preload script. */
export const callChannel = 'rolecall:call';
/** The one that a window stands still for. */
export const nowChannel = 'rolecall:now';
export const eventChannel = 'rolecall:event';
/** Tells the preload script which calls its window's door allows. */
export const callsSwitch = '--rolecall-calls=';
export const callsNowSwitch = '--rolecall-calls-now=';
