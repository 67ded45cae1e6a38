import type { CatalogStore } from './catalog.ts';
import type { Failure } from './failure.ts';
import type { AwsFiles } from './ports.ts';
import type { SessionStates } from './sessions/session-states.ts';

/**
 * Tools that name no profile take their region from `[default]`, so it goes
 * along with the active profile. One that names none goes by its source, so
 * that a switch does not leave tools without a region.
 */
export function createDefaultRegion(parts: {
  readonly catalog: CatalogStore;
  readonly states: SessionStates;
  readonly files: AwsFiles;
  readonly tell: ((failure: Failure) => void) | undefined;
}) {
  const { catalog, states, files, tell } = parts;
  let moves = Promise.resolve();

  async function moveNow(): Promise<void> {
    const profile = states.activeProfile();
    if (profile === null) return;
    const chain = catalog.chain(profile);
    if (!catalog.view().defaultHandedOver || !chain.ok) return;
    const named = [...chain.value].reverse().find((hop) => 'region' in hop && hop.region !== undefined);
    const region = named && 'region' in named ? (named.region ?? null) : null;
    const moved = await files.apply({ kind: 'default-region', region });
    if (moved.ok) return;
    const message = `The region of [default] did not follow to "${profile}": ${moved.failure.message}`;
    tell?.({ ...moved.failure, message });
  }

  return {
    /** In turn, and by the profile that is active then: two switches at once must not leave the region of the first. */
    follow(): Promise<void> {
      moves = moves.then(moveNow, moveNow);
      return moves;
    },
  };
}

export type DefaultRegion = ReturnType<typeof createDefaultRegion>;
