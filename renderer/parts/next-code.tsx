import { text } from '../text.ts';
import { useNow } from './ticker.ts';

/** Counts down to the device's next code, while the one it shows was used already. */
export function NextCode({ at, why }: { readonly at: number; readonly why: string | undefined }) {
  const leftMs = at - useNow(true);
  return (
    <p className="mfa-next">
      {why !== undefined && leftMs > 0 && `${why} `}
      {leftMs > 0 && text.mfa.nextCodeIn(Math.ceil(leftMs / 1000))}
      {/* Not each second is said, but that the wait is over. */}
      <span role="status">{leftMs > 0 ? '' : text.mfa.nextCodeNow}</span>
    </p>
  );
}
