import * as v from 'valibot';
import { FailureSchema } from '../failure.ts';
import { call } from './call.ts';
import { Nothing } from './inputs.ts';

export const SessionName = v.pipe(v.string(), v.minLength(1), v.maxLength(2048));
const SignInMethod = v.picklist(['browser', 'device']);

/** A place to sign in to, as every surface shows it. Holds no token. */
const SsoSessionRowSchema = v.object({
  /** The `[sso-session]`'s name; for legacy profiles their start URL. */
  name: v.string(),
  startUrl: v.string(),
  region: v.string(),
  legacy: v.boolean(),
  /** How many profiles start from it. */
  profiles: v.number(),
  /** `renewable`: the token ran out, and the next use renews it unless AWS ended the sign-in. */
  state: v.picklist(['signed-out', 'signing-in', 'signed-in', 'renewable']),
  expiresAt: v.optional(v.number()),
  /** Rolecall renews it ahead of its end. */
  renews: v.boolean(),
  /** `shared`: the AWS CLI's token, which Rolecall reads. */
  from: v.optional(v.picklist(['rolecall', 'shared'])),
  /** A tool waits for somebody to sign in. */
  wanted: v.boolean(),
  signIn: v.optional(
    v.object({
      method: SignInMethod,
      startedAt: v.number(),
      /** When it ends by itself. */
      endsAt: v.optional(v.number()),
      url: v.optional(v.string()),
      userCode: v.optional(v.string()),
      browserOpened: v.optional(v.boolean()),
    }),
  ),
  /** Why the last sign-in came to nothing. */
  failure: v.optional(FailureSchema),
});
export type SsoSessionRow = v.InferOutput<typeof SsoSessionRowSchema>;

export const SsoSessionsSchema = v.array(SsoSessionRowSchema);

export const ssoCalls = {
  ssoSessions: call(['popover', 'settings', 'socket'], Nothing, v.object({ sessions: SsoSessionsSchema })),
  /** Without a session: the only one there is. Answers when the page to open is known. */
  startSsoSignIn: call(
    ['popover', 'settings', 'socket'],
    v.object({
      session: v.optional(SessionName),
      method: v.optional(SignInMethod, 'browser'),
      openBrowser: v.optional(v.boolean(), true),
    }),
    SsoSessionRowSchema,
  ),
  /** Answers when the sign-in under way is over. Who leaves meanwhile cancels it. */
  awaitSsoSignIn: call(['socket'], v.object({ session: SessionName }), SsoSessionRowSchema),
  /** The page of a sign-in under way once more: opened, or its link or code on the clipboard. */
  handOffSsoSignIn: call(
    ['popover', 'settings'],
    v.object({ session: SessionName, how: v.picklist(['open', 'copy-link', 'copy-code']) }),
    Nothing,
  ),
  cancelSsoSignIn: call(['popover', 'settings', 'socket'], v.object({ session: SessionName }), Nothing),
  /** Ends the sign-in at AWS and forgets it, with the sessions made from it. */
  ssoSignOut: call(
    ['popover', 'settings', 'socket'],
    v.object({ session: v.optional(SessionName) }),
    v.object({ session: v.string(), revoked: v.boolean(), signedOut: v.array(v.string()) }),
  ),
} as const;
