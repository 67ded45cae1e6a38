import type { Stop } from '../ports.ts';
import type { Result } from '../result.ts';
import { failed } from '../result.ts';
import { createSharedWork } from '../sessions/shared-work.ts';
import type { InTurn } from '../turns.ts';
import type { SignRequest } from './iam-signer.ts';
import type { Rotate, Rotated } from './rotate.ts';
import { rotationFailures } from './rotation-failures.ts';
import type { RotationStep } from './rotation-state.ts';

export interface RunningRotation {
  readonly profile: string;
  readonly step: RotationStep;
}

/**
 * The rotations under way: one per profile, shown with the step they are at, and stopped on demand. No other change
 * of a profile's kept key is made beside its rotation.
 */
export function createRotations(rotate: Rotate, inTurn: InTurn) {
  const work = createSharedWork<Result<Rotated>>();
  const running = new Map<string, RunningRotation>();
  const listeners = new Set<(running: RunningRotation[]) => void>();
  const view = () => [...running.values()];
  const tell = () => {
    for (const listener of listeners) listener(view());
  };

  return {
    view,
    onChange(listener: (running: RunningRotation[]) => void): Stop {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    /** Begins, goes on with one that was interrupted, or joins the one under way. */
    run: (profile: string, request: SignRequest): Promise<Result<Rotated>> =>
      work.join(
        { key: profile, owner: profile },
        request.signal,
        () => failed(rotationFailures.stopped(profile)),
        async (signal) => {
          const onStep = (step: RotationStep) => {
            running.set(profile, { profile, step });
            tell();
          };
          onStep('looking');
          try {
            // A change that has begun already is waited for.
            await inTurn(async () => undefined);
            return await rotate(profile, { ...request, signal, onStep });
          } finally {
            running.delete(profile);
            tell();
          }
        },
      ),

    /** Makes another change of a profile's kept key, one at a time. */
    change: <T>(profile: string, work: () => Promise<Result<T>>): Promise<Result<T>> =>
      inTurn(async () => (running.has(profile) ? failed(rotationFailures.running(profile)) : work())),

    /** Stops at the next safe point; what was done stays done, and can be gone on with. */
    stop: (profile: string): void => work.end(profile),
  };
}

export type Rotations = ReturnType<typeof createRotations>;
