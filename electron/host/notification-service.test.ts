import { describe, expect, it } from 'vitest';
import { notificationsAnswer } from './notification-service.ts';
import { askWith, type BusAnswer, type BusQuestion } from './session-bus.ts';

const answering = (answer: BusAnswer) => notificationsAnswer('linux', async () => answer);

describe('notificationsAnswer', () => {
  it('is no while the service is silent', async () => {
    expect(await answering({ is: 'answer', text: "('dunst', …)" })).toBe(true);
    expect(await answering({ is: 'no-answer' })).toBe(false);
  });

  it('does not take notifications away where nothing can ask', async () => {
    expect(await answering({ is: 'no-tool' })).toBe(true);
    expect(await notificationsAnswer('win32', () => expect.unreachable())).toBe(true);
  });
});

describe('askWith', () => {
  it('gives each tool the question in its own words', async () => {
    const asked: string[] = [];
    const run = async (program: string, parameters: readonly string[]) => {
      asked.push([program, ...parameters].join(' '));
      return undefined;
    };
    const question: BusQuestion = { to: 'a.B', object: '/a', interface: 'a.I', method: 'M', args: ['x', 'y'] };
    expect(await askWith(run, question)).toEqual({ is: 'no-tool' });
    expect(asked).toEqual([
      'gdbus call --session --timeout=3 -d a.B -o /a -m a.I.M x y',
      'dbus-send --session --print-reply --reply-timeout=3000 --dest=a.B /a a.I.M string:x string:y',
      'busctl --user --timeout=3 call a.B /a a.I M ss x y',
    ]);
  });
});
