import { describe, expect, it } from 'vitest';
import { createFakeClock } from '../fakes/fake-clock.ts';
import { createCareful } from './careful.ts';

const MINUTE = 60_000;

function setUp() {
  const clock = createFakeClock();
  return { clock, careful: createCareful({ clock, isCareful: (profile) => profile === 'prod' }) };
}

describe('a careful profile', () => {
  it('asks for its name, and takes no other', () => {
    const { careful } = setUp();
    expect(careful.check('prod', undefined)).toMatchObject({ failure: { kind: 'confirmation-required' } });
    expect(careful.check('prod', 'Prod')).toMatchObject({ ok: false });
    expect(careful.check('prod', 'prod')).toMatchObject({ ok: true });
  });

  it('asks once an hour', async () => {
    const { careful, clock } = setUp();
    careful.check('prod', 'prod');
    await clock.advance(59 * MINUTE);
    expect(careful.check('prod', undefined)).toMatchObject({ ok: true });
    await clock.advance(MINUTE);
    expect(careful.check('prod', undefined)).toMatchObject({ ok: false });
  });

  it('asks once an hour also when the clock is set back meanwhile', async () => {
    const { careful, clock } = setUp();
    careful.check('prod', 'prod');
    await clock.advance(50 * MINUTE);
    clock.set(-40 * MINUTE);
    await clock.advance(15 * MINUTE);
    expect(careful.check('prod', undefined)).toMatchObject({ ok: false });
  });

  it('asks nothing of the others', () => {
    expect(setUp().careful.check('dev', undefined)).toMatchObject({ ok: true });
  });
});
