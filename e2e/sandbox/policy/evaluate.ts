import { conditionsHold, type RequestContext, substitute } from './conditions.ts';
import { list, type PolicyDocument, type Statement, statements } from './document.ts';
import { wildcard } from './match.ts';

export interface Question {
  /** For example `sts:AssumeRole`. */
  readonly action: string;
  /** The ARN acted upon. Trust policies name none, so it is not asked of them. */
  readonly resource: string;
  readonly context: RequestContext;
}

export type Decision = 'allow' | 'explicit-deny' | 'implicit-deny';

/** What a set of identity or session policies says: a deny wins, then an allow, else nothing was said. */
export function evaluate(policies: readonly PolicyDocument[], question: Question): Decision {
  const speaking = policies
    .flatMap(statements)
    .filter(
      (statement) =>
        actionMatches(statement, question.action) &&
        resourceMatches(statement, question) &&
        conditionsHold(statement.Condition, question.context),
    );
  if (speaking.some(({ Effect }) => Effect === 'Deny')) return 'explicit-deny';
  return speaking.length > 0 ? 'allow' : 'implicit-deny';
}

/** Action names are compared without case. */
export function actionMatches({ Action, NotAction }: Statement, action: string): boolean {
  const matches = (pattern: string) => wildcard(pattern, action, 'i');
  return NotAction === undefined ? list(Action).some(matches) : !list(NotAction).some(matches);
}

function resourceMatches({ Resource, NotResource }: Statement, { resource, context }: Question): boolean {
  const matches = (pattern: string) => wildcard(substitute(pattern, context), resource);
  return NotResource === undefined ? list(Resource).some(matches) : !list(NotResource).some(matches);
}
