import type { Failure } from '../failure.ts';

/** A code that a caller brings for a session which somebody else's question is about. */
export interface CodeOffer {
  /** Why AWS refused the code; `undefined` when it was taken. Never settles when no question took it up. */
  readonly refused: Promise<Failure | undefined>;
  /** `true` when no question had taken it up. */
  withdraw(): boolean;
}

export interface Offered {
  readonly session: string;
  readonly code: string;
  done(refused: Failure | undefined): void;
}

/** The codes that wait for a question to take them up. */
export function createOffers() {
  const offers = new Set<Offered>();
  return {
    for: (session: string): Offered | undefined => [...offers].find((offer) => offer.session === session),
    take: (offered: Offered): void => void offers.delete(offered),
    make(session: string, code: string, onMade: (offered: Offered) => void): CodeOffer {
      let offered: Offered | undefined;
      const refused = new Promise<Failure | undefined>((resolve) => {
        offered = { session, code, done: resolve };
        offers.add(offered);
        onMade(offered);
      });
      return { refused, withdraw: () => offered !== undefined && offers.delete(offered) };
    },
  };
}
