import type { CatalogStore } from '../catalog.ts';
import type { MfaQuestion } from '../contract.ts';

/** A question with the name and the colour of the account that its code leads to: production is told before a code is typed. */
export function createQuestionLook(catalog: Pick<CatalogStore, 'view'>) {
  return (question: MfaQuestion | null): MfaQuestion | null => {
    const row = question && catalog.view().rows.find(({ name }) => name === question.profile);
    if (!row) return question;
    const { accountName, colour } = row;
    return { ...question, ...(accountName !== undefined && { accountName }), ...(colour && { colour }) };
  };
}

export type QuestionLook = ReturnType<typeof createQuestionLook>;
