import { describe, expect, it } from 'vitest';
import { createFakeClock } from '../fakes/fake-clock.ts';
import { createFakeSettings } from '../fakes/fake-settings.ts';
import { createRoleMaximums, parseDuration } from './durations.ts';

describe('a duration in words', () => {
  it.each([
    ['8h', 28_800],
    ['1h30m', 5400],
    ['90m', 5400],
    ['900', 900],
    ['12H', 43_200],
    ['3600s', 3600],
  ])('%s', (text, seconds) => expect(parseDuration(text)).toEqual({ ok: true, value: seconds }));

  it.each(['', '8', '13h', '14m', 'h', '1d', '-1h', '1h30', '8h30mx'])('is not: %s', (text) => {
    expect(parseDuration(text)).toMatchObject({ failure: { kind: 'bad-input' } });
  });
});

describe('what is known of a role’s longest session', () => {
  const role = 'arn:aws:iam::012345678901:role/operator';
  const setUp = () => {
    const clock = createFakeClock();
    const maximums = createRoleMaximums({ settings: createFakeSettings(), clock });
    return { clock, maximums };
  };

  it('is learned from a refusal, and an hour is what is asked for then', async () => {
    const { maximums } = setUp();
    expect(maximums.within(role, 28_800)).toBe(28_800);
    expect(await maximums.refused(role, 28_800)).toBe(true);
    expect(maximums.within(role, 28_800)).toBe(3600);
    expect(maximums.within(role, 43_200)).toBe(3600);
    expect(maximums.within(`${role}2`, 28_800)).toBe(28_800);
  });

  it('grows with what was granted in between', async () => {
    const { maximums } = setUp();
    await maximums.refused(role, 28_800);
    expect(maximums.within(role, 14_400)).toBe(14_400);
    await maximums.granted(role, 14_400);
    expect(maximums.within(role, 28_800)).toBe(14_400);
    await maximums.refused(role, 21_600);
    expect(maximums.within(role, 28_800)).toBe(14_400);
  });

  it('is forgotten after a week: roles are changed', async () => {
    const { clock, maximums } = setUp();
    await maximums.refused(role, 28_800);
    clock.advance(8 * 24 * 3_600_000);
    expect(maximums.within(role, 28_800)).toBe(28_800);
  });

  it('never falls below the hour that every role allows', async () => {
    const { maximums } = setUp();
    expect(await maximums.refused(role, 3600)).toBe(false);
    expect(maximums.within(role, 3600)).toBe(3600);
  });
});
