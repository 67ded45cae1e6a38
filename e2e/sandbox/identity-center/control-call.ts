import * as v from 'valibot';
import type { IdentityCenterControl } from './control.ts';

const AccountSchema = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^\d{12}$/)),
  name: v.string(),
  email: v.string(),
  roles: v.array(v.string()),
});
const CallSchema = v.variant('do', [
  v.strictObject({ do: v.literal('decide'), which: v.string(), answer: v.picklist(['approve', 'refuse']) }),
  v.strictObject({ do: v.literal('answer-all'), answer: v.picklist(['ask', 'approve', 'refuse']) }),
  v.strictObject({ do: v.literal('expire-access-tokens') }),
  v.strictObject({ do: v.literal('revoke-access-tokens') }),
  v.strictObject({ do: v.literal('end-sessions') }),
  v.strictObject({ do: v.literal('expire-clients') }),
  v.strictObject({ do: v.literal('put-account'), account: AccountSchema }),
  v.strictObject({ do: v.literal('remove-account'), id: v.string() }),
]);

/** Does what a process outside asks for as JSON; throws when it is none of the above. */
export function callControl(control: IdentityCenterControl, json: unknown): void {
  const call = v.parse(CallSchema, json);
  switch (call.do) {
    case 'decide':
      control.decide(call.which, call.answer);
      break;
    case 'answer-all':
      control.answerAll(call.answer);
      break;
    case 'expire-access-tokens':
      control.expireAccessTokens();
      break;
    case 'revoke-access-tokens':
      control.revokeAccessTokens();
      break;
    case 'end-sessions':
      control.endSessions();
      break;
    case 'expire-clients':
      control.expireClients();
      break;
    case 'put-account':
      control.putAccount(call.account);
      break;
    case 'remove-account':
      control.removeAccount(call.id);
      break;
  }
}
