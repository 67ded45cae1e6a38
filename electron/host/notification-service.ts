import { type AskSessionBus, askSessionBus } from './session-bus.ts';

const service = 'org.freedesktop.Notifications';

/**
 * Whether the desktop's notifications can be used now. On Linux Electron calls
 * the service from the main thread and waits 25 s for each answer: one that hangs
 * would stop the whole program for minutes. So it is asked first, each time, from
 * another process, by the method that costs it least. Where nothing can ask, it is
 * taken to be well.
 * @see https://specifications.freedesktop.org/notification-spec/latest/protocol.html
 */
export async function notificationsAnswer(
  platform: NodeJS.Platform = process.platform,
  ask: AskSessionBus = askSessionBus,
): Promise<boolean> {
  if (platform !== 'linux') return true;
  const object = '/org/freedesktop/Notifications';
  const answer = await ask({ to: service, object, interface: service, method: 'GetServerInformation' });
  return answer.is !== 'no-answer';
}
