import * as v from 'valibot';
import { knownOperator } from './conditions.ts';
import type { PolicyDocument } from './document.ts';

const OneOrMany = v.union([v.string(), v.array(v.string())]);
// Numbers and booleans are written without quotes by many people; AWS takes them for their text.
const Scalar = v.pipe(v.union([v.string(), v.number(), v.boolean()]), v.transform(String));
const Values = v.union([Scalar, v.array(Scalar)]);
const Condition = v.record(v.pipe(v.string(), v.check(knownOperator)), v.record(v.string(), Values));

const StatementSchema = v.pipe(
  v.strictObject({
    Sid: v.optional(v.string()),
    Effect: v.picklist(['Allow', 'Deny']),
    Action: v.optional(OneOrMany),
    NotAction: v.optional(OneOrMany),
    Resource: v.optional(OneOrMany),
    NotResource: v.optional(OneOrMany),
    Condition: v.optional(Condition),
  }),
  v.check(({ Action, NotAction }) => (Action === undefined) !== (NotAction === undefined)),
  v.check(({ Resource, NotResource }) => (Resource === undefined) !== (NotResource === undefined)),
);

const PolicySchema = v.strictObject({
  Version: v.optional(v.picklist(['2012-10-17', '2008-10-17'])),
  Id: v.optional(v.string()),
  Statement: v.union([StatementSchema, v.array(StatementSchema)]),
});

/** An identity or session policy from its JSON text; undefined when AWS would call it malformed. */
export function parsePolicy(text: string): PolicyDocument | undefined {
  try {
    const parsed = v.safeParse(PolicySchema, JSON.parse(text));
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
}
