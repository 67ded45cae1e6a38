import { deflateRawSync } from 'node:zlib';
import type { PolicyDocument } from '../policy/document.ts';
import { managedPolicy } from '../policy/managed.ts';
import { parsePolicy } from '../policy/parse-document.ts';
import { AwsError, validationError } from '../protocol/aws-error.ts';
import { listMembers, type QueryParameters } from '../protocol/query-parameters.ts';

const maxPlainCharacters = 2048;
const maxArns = 10;
/**
 * AWS does not document its packed format nor its size. Here it is the deflated
 * text of policies and tags against this many bytes, which 2,048 characters of
 * an ordinary policy fit and of random text do not.
 */
const packedBytes = 1200;

/** The inline policy and the managed ones of a request, and how much of the packed space they and the tags take. */
export function sessionPolicies(
  parameters: QueryParameters,
  tags: ReadonlyMap<string, string>,
): { policies: readonly PolicyDocument[]; packedPolicySize: number | undefined } {
  const inline = parameters.get('Policy');
  const arns = listMembers(parameters, 'PolicyArns').map((member) => member.get('arn') ?? '');
  if (arns.length > maxArns) {
    throw validationError(
      `1 validation error detected: Value '[${arns.length} members]' at 'policyArns' failed to satisfy constraint: Member must have length less than or equal to ${maxArns}`,
    );
  }
  const plain = [inline ?? '', ...arns].join('');
  if (plain.length > maxPlainCharacters) {
    throw new AwsError(
      400,
      'PackedPolicyTooLarge',
      `Session policies have ${plain.length} characters; ${maxPlainCharacters} are allowed.`,
    );
  }
  const policies = arns.map((arn) => {
    const policy = managedPolicy(arn);
    if (!policy) throw validationError(`The policy ${arn} does not exist or is not attachable.`);
    return policy;
  });
  if (inline !== undefined) {
    const policy = parsePolicy(inline);
    if (!policy) throw new AwsError(400, 'MalformedPolicyDocument', 'Syntax errors in policy.');
    policies.unshift(policy);
  }
  return { policies, packedPolicySize: packedSize(plain, tags) };
}

function packedSize(plain: string, tags: ReadonlyMap<string, string>): number | undefined {
  const tagText = [...tags].flat().join('\n');
  if (plain === '' && tagText === '') return undefined;
  const percent = Math.ceil((deflateRawSync(plain + tagText).length / packedBytes) * 100);
  if (percent > 100) {
    const what = plain === '' ? 'Packed size of session tags' : 'Packed policy';
    throw new AwsError(
      400,
      'PackedPolicyTooLarge',
      `${what} consumes ${percent}% of allotted space, please use smaller policy.`,
    );
  }
  return percent;
}
