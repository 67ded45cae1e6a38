import { expect, it } from 'vitest';
import { createFakeWorld } from './fakes/fake-world.ts';
import { createRolecall } from './rolecall.ts';

const QUARTER_MS = 15 * 60_000;

/** What the main process looks at by itself, as long as nothing happens. */
async function atRest() {
  const fake = createFakeWorld({ ada: { region: 'eu-west-1' } });
  let looks = 0;
  const after: typeof fake.world.clock.after = (delayMs, callback) =>
    fake.clock.after(delayMs, () => {
      looks += 1;
      callback();
    });
  const rolecall = createRolecall({ ...fake.world, clock: { ...fake.world.clock, after } });
  await rolecall.start();
  return { ...fake, rolecall, looks: () => looks };
}

it('has one timer while there is no session, the lock’s, which looks once in its quarter of an hour', async () => {
  const { clock, looks } = await atRest();
  expect(clock.pending()).toBe(1);
  clock.advance(QUARTER_MS - 1);
  expect(looks()).toBe(0);
});

it('has none when it does not lock by itself', async () => {
  const { clock, rolecall } = await atRest();
  await rolecall.preferences.change({ lockAfterMinutes: 0 });
  expect(clock.pending()).toBe(0);
});
