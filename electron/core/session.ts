import * as v from 'valibot';
import { FailureSchema } from './failure.ts';

/**
 * What a request waits for. `next-code`: the code of this 30-second step was used already; `mfa-process`: the
 * profile's own command for codes runs; `sign-in`: a person, in the browser.
 */
const WaitingForSchema = v.picklist(['keychain', 'aws', 'code', 'next-code', 'mfa-process', 'sign-in']);
export type WaitingFor = v.InferOutput<typeof WaitingForSchema>;

/** The state of one profile's session, as every surface shows it. Holds no credential. */
export const SessionStateSchema = v.variant('state', [
  v.object({ state: v.literal('inactive') }),
  v.object({
    state: v.literal('requesting'),
    /** What the request waits for right now: nothing waits in silence. */
    waitingFor: WaitingForSchema,
    sinceAt: v.number(),
    /** When the request is given up, where there is such a time: epoch milliseconds. */
    untilAt: v.optional(v.number()),
  }),
  v.object({
    state: v.literal('active'),
    startedAt: v.number(),
    /** Epoch milliseconds: in core by AWS's clock, in what a surface is told by this computer's. */
    expiresAt: v.number(),
    arn: v.optional(v.string()),
    roleSessionName: v.optional(v.string()),
    sourceIdentity: v.optional(v.string()),
    /** How much of AWS's room for session policies and tags it takes, in percent. */
    packedPolicySize: v.optional(v.number()),
    /** It is shorter than was wished for: AWS gives this role none that long. */
    shortened: v.optional(v.object({ wishedSeconds: v.number(), givenSeconds: v.number() })),
  }),
  v.object({ state: v.literal('expired'), expiredAt: v.number() }),
  v.object({ state: v.literal('signed-out'), signedOutAt: v.number() }),
  v.object({ state: v.literal('failed'), failure: FailureSchema, failedAt: v.number() }),
]);

export type SessionState = v.InferOutput<typeof SessionStateSchema>;
