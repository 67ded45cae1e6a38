import { invalidParameterValue } from '../protocol/aws-error.ts';
import { listMembers, type QueryParameters } from '../protocol/query-parameters.ts';
import type { Caller } from '../state/model.ts';

export interface SessionTags {
  /** Those of the request and those inherited. */
  readonly tags: ReadonlyMap<string, string>;
  readonly requested: ReadonlyMap<string, string>;
  readonly transitiveTagKeys: readonly string[];
}

/**
 * The tags of a request, with the transitive ones of the calling session. Keys
 * differ in more than case, and an inherited tag cannot be set again.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html
 */
export function sessionTags(parameters: QueryParameters, caller: Caller): SessionTags {
  const requested = new Map<string, string>();
  const seen = new Set<string>();
  for (const member of listMembers(parameters, 'Tags')) {
    const key = member.get('Key') ?? '';
    const lower = key.toLowerCase();
    if (lower.startsWith('aws:')) throw invalidParameterValue('Tag keys must not start with aws:, which is reserved.');
    if (seen.has(lower)) {
      throw invalidParameterValue('Duplicate tag keys found. Please note that Tag keys are case insensitive.');
    }
    seen.add(lower);
    requested.set(key, member.get('Value') ?? '');
  }

  const inherited = inheritedTags(caller);
  for (const key of inherited.keys()) {
    if (!seen.has(key.toLowerCase())) continue;
    throw invalidParameterValue(
      "One of the specified transitive tag keys can't be set because it conflicts with a transitive tag key from the calling session.",
    );
  }
  const transitive = listMembers(parameters, 'TransitiveTagKeys').map((member) => member.get('') ?? '');
  if (transitive.some((key) => !seen.has(key.toLowerCase()))) {
    throw invalidParameterValue('The specified transitive tag key must be included in the requested tags.');
  }
  return {
    tags: new Map([...inherited, ...requested]),
    requested,
    transitiveTagKeys: [...inherited.keys(), ...transitive],
  };
}

function inheritedTags(caller: Caller): ReadonlyMap<string, string> {
  if (caller.kind === 'key') return new Map();
  const { tags, transitiveTagKeys } = caller.session;
  const keys = new Set(transitiveTagKeys.map((key) => key.toLowerCase()));
  return new Map([...tags].filter(([key]) => keys.has(key.toLowerCase())));
}
