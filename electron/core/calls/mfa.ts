import * as v from 'valibot';
import { AskerSchema } from '../asker.ts';
import { FailureSchema } from '../failure.ts';
import { AccountColourSchema } from '../looks/look.ts';
import { call } from './call.ts';
import { MfaCode, Nothing } from './inputs.ts';

/** What the MFA window shows. At most one at a time; the rest wait in order of asking. */
export const MfaQuestionSchema = v.object({
  id: v.string(),
  profile: v.string(),
  roleArn: v.optional(v.string()),
  /** How its account is shown everywhere. */
  accountName: v.optional(v.string()),
  colour: v.optional(AccountColourSchema),
  production: v.optional(v.boolean()),
  mfaSerial: v.string(),
  asker: AskerSchema,
  /** Set after a wrong or used code: shown in place. */
  problem: v.optional(FailureSchema),
  /** A code was sent and AWS has not answered yet. */
  checking: v.boolean(),
  /** While the code that the device shows was used already: when it shows the next one, in epoch milliseconds by this computer's clock. */
  nextCodeAt: v.optional(v.number()),
  /** The profile names a command for codes (`mfa_process`) that the settings do not allow. */
  commandOff: v.optional(v.boolean()),
  /** How many other questions wait behind this one. */
  waiting: v.number(),
});
export type MfaQuestion = v.InferOutput<typeof MfaQuestionSchema>;

export const mfaCalls = {
  currentQuestion: call(['mfa'], Nothing, v.object({ question: v.nullable(MfaQuestionSchema) })),
  answerQuestion: call(['mfa'], v.object({ id: v.string(), code: MfaCode }), Nothing),
  cancelQuestion: call(['mfa'], v.object({ id: v.string() }), Nothing),
} as const;
