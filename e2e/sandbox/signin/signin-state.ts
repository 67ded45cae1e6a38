import type { Session } from '../state/model.ts';

/** What the sign-in service remembers. */
export interface SigninState {
  /** Sign-in tokens by their value. */
  readonly tokens: Map<
    string,
    { readonly session: Session; readonly expiresAt: number; readonly consoleEndsAt: number }
  >;
  /** Signed-in browsers by their cookie. */
  readonly browsers: Map<string, { readonly session: Session; readonly endsAt: number }>;
}

export const createSigninState = (): SigninState => ({ tokens: new Map(), browsers: new Map() });
