import { type Failure, failure } from '../failure.ts';
import type { AssumeRoleHop } from '../hop.ts';

/** AWS's limits for a text: its length in characters, and its alphabet. */
export interface TextLimit {
  readonly min: number;
  readonly max: number;
  readonly pattern?: RegExp;
  /** The alphabet in words. */
  readonly alphabet?: string;
}

const word = { pattern: /^[\w+=,.@-]*$/, alphabet: 'letters, digits and _+=,.@-' };
const tagText = { pattern: /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u, alphabet: 'letters, digits, spaces and _.:/=+-@' };

/**
 * The limits of AssumeRole by AWS's names; `limits.conformance.test.ts` compares them with its API model.
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
 */
export const textLimits = {
  RoleArn: { min: 20, max: 2048 },
  RoleSessionName: { min: 2, max: 64, ...word },
  ExternalId: { min: 2, max: 1224, pattern: /^[\w+=,.@:/-]*$/, alphabet: 'letters, digits and _+=,.@:/-' },
  SourceIdentity: { min: 2, max: 64, ...word },
  SerialNumber: { min: 9, max: 256, pattern: /^[\w+=/:,.@-]*$/, alphabet: 'letters, digits and _+=/:,.@-' },
  TagKey: { min: 1, max: 128, ...tagText },
  TagValue: { min: 0, max: 256, ...tagText },
  PolicyArn: { min: 20, max: 2048 },
  Policy: {
    min: 1,
    max: 2048,
    pattern: /^[\u0020-\u00FF]*$/,
    alphabet: 'characters of Latin-1',
  },
} as const satisfies Record<string, TextLimit>;

export const durationLimit = { min: 900, max: 43_200 } as const;
export const mostTags = 50;
const mostPolicyArns = 10;
/** For the inline policy and the ARNs of the managed ones together. */
const mostPolicyCharacters = 2048;

type Rule = (hop: AssumeRoleHop) => string | undefined;

const text =
  (field: string, limit: TextLimit, of: (hop: AssumeRoleHop) => string | undefined): Rule =>
  (hop) =>
    textProblem(field, limit, of(hop));

/** First the fields one by one, then what they must not be together. Each answers with what is wrong. */
const rules: readonly Rule[] = [
  text('role_arn', textLimits.RoleArn, (hop) => hop.roleArn),
  text('role_session_name', textLimits.RoleSessionName, (hop) => hop.roleSessionName),
  text('external_id', textLimits.ExternalId, (hop) => hop.externalId),
  text('mfa_serial', textLimits.SerialNumber, (hop) => hop.mfaSerial),
  text('source_identity', textLimits.SourceIdentity, (hop) => hop.sourceIdentity),
  ({ sourceIdentity }) => (reserved(sourceIdentity) ? 'source_identity must not begin with aws:' : undefined),
  ({ durationSeconds }) =>
    durationSeconds === undefined || within(durationSeconds, durationLimit)
      ? undefined
      : 'duration_seconds must be from 900 to 43200',
  ({ tags = [] }) => (tags.length > mostTags ? `session_tags has more than ${mostTags} tags` : undefined),
  ({ tags = [] }) => first(tags, ({ key }) => textProblem('a key of session_tags', textLimits.TagKey, key)),
  ({ tags = [] }) => first(tags, ({ value }) => textProblem('a value of session_tags', textLimits.TagValue, value)),
  ({ tags = [] }) =>
    tags.some(({ key }) => reserved(key)) ? 'a key of session_tags must not begin with aws:' : undefined,
  ({ tags = [] }) =>
    new Set(tags.map(({ key }) => key.toLowerCase())).size < tags.length
      ? 'session_tags names a key twice, and AWS does not tell capital letters from small ones there'
      : undefined,
  ({ transitiveTagKeys: keys = [] }) =>
    keys.length > mostTags ? `transitive_session_tags has more than ${mostTags} keys` : undefined,
  ({ transitiveTagKeys: keys = [] }) =>
    first(keys, (key) => textProblem('a key of transitive_session_tags', textLimits.TagKey, key)),
  ({ policyArns = [] }) =>
    policyArns.length > mostPolicyArns ? `session_policy_arns has more than ${mostPolicyArns} ARNs` : undefined,
  ({ policyArns = [] }) =>
    first(policyArns, (arn) => textProblem('an ARN of session_policy_arns', textLimits.PolicyArn, arn)),
  text('session_policy', textLimits.Policy, (hop) => hop.policy),
  ({ policy = '', policyArns = [] }) =>
    [policy, ...policyArns].join('').length > mostPolicyCharacters
      ? `session_policy and session_policy_arns together have more than ${mostPolicyCharacters.toLocaleString('en')} characters`
      : undefined,
];

/**
 * What AWS would refuse of a role's parameters, found before the call: a code is
 * not spent on a typing error. Names the field and never its value.
 */
export function limitFailure(hop: AssumeRoleHop): Failure | undefined {
  const problem = first(rules, (rule) => rule(hop));
  if (problem === undefined) return undefined;
  return failure(
    'parameter-invalid',
    `"${hop.profile}" cannot be asked for: ${problem}.`,
    `Correct it in the profile "${hop.profile}" of the AWS config file.`,
    { profile: hop.profile },
  );
}

/** What is wrong with a text by AWS’s limit for it, in words that name the field and never the value. */
export function textProblem(field: string, { min, max, pattern, alphabet }: TextLimit, value: string | undefined) {
  if (value === undefined) return undefined;
  const { length } = [...value];
  if (length < min || length > max)
    return `${field} has ${length} character${length === 1 ? '' : 's'}, and AWS takes ${min} to ${max}`;
  if (pattern && !pattern.test(value)) return `${field} may hold only ${alphabet}`;
  return undefined;
}

const within = (value: number, { min, max }: { min: number; max: number }) => value >= min && value <= max;
const reserved = (text: string | undefined) => text?.toLowerCase().startsWith('aws:') ?? false;

function first<T>(items: readonly T[], problem: (item: T) => string | undefined): string | undefined {
  for (const item of items) {
    const found = problem(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
