import type { CatalogStore } from '../catalog.ts';
import type { MfaQuestion } from '../contract.ts';
import { plainName } from '../plain-name.ts';

/**
 * A question with the name and the colour of the account that its code leads
 * to: production is told before a code is typed. No name in it can pose as
 * something else by characters that reorder what stands around them.
 */
export function createQuestionLook(catalog: Pick<CatalogStore, 'view'>) {
  return (question: MfaQuestion | null): MfaQuestion | null => {
    if (!question) return null;
    const row = catalog.view().rows.find(({ name }) => name === question.profile);
    const { accountName, colour, production } = row ?? {};
    return {
      ...question,
      profile: plainName(question.profile),
      ...(accountName !== undefined && { accountName: plainName(accountName) }),
      ...(colour && { colour }),
      ...(production && { production }),
    };
  };
}

export type QuestionLook = ReturnType<typeof createQuestionLook>;
