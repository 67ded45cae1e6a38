import type { Handlers } from '../dispatch.ts';
import { failure } from '../failure.ts';
import type { QuestionLook } from '../looks/question-look.ts';
import type { MfaCodes } from '../mfa/codes.ts';
import { failed, ok } from '../result.ts';

/** What the MFA window asks and answers. */
export function mfaHandlers(
  mfa: MfaCodes,
  look: QuestionLook,
): Pick<Handlers, 'currentQuestion' | 'answerQuestion' | 'cancelQuestion'> {
  return {
    currentQuestion: async () => ok({ question: look(mfa.current()) }),
    answerQuestion: async ({ id, code }) => (mfa.answer(id, code) ? ok({}) : failed(questionGone())),

    async cancelQuestion({ id }) {
      mfa.cancel(id);
      return ok({});
    },
  };
}

function questionGone() {
  return failure('cancelled', 'This question is over.', 'Close the window; ask again from the list.');
}
