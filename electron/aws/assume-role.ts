import type { Sts } from '../core/ports.ts';
import type { StsRequest } from './sts-request.ts';
import { temporaryCredentials } from './temporary-credentials.ts';

/** @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
export function assumeRole(request: StsRequest): Sts['assumeRole'] {
  return (input, by, context) =>
    request(
      {
        by,
        context,
        asked: {
          action: 'AssumeRole',
          roleArn: input.roleArn,
          durationSeconds: input.durationSeconds,
          sentMfaCode: input.mfaCode !== undefined,
          sentExternalId: input.externalId !== undefined,
        },
      },
      async (client, sdk, abortSignal) => {
        const { Credentials, AssumedRoleUser, SourceIdentity, PackedPolicySize, $metadata } = await client.send(
          new sdk.AssumeRoleCommand({
            RoleArn: input.roleArn,
            RoleSessionName: input.roleSessionName,
            DurationSeconds: input.durationSeconds,
            ExternalId: input.externalId,
            SourceIdentity: input.sourceIdentity,
            Tags: input.tags?.map(({ key, value }) => ({ Key: key, Value: value })),
            TransitiveTagKeys: input.transitiveTagKeys && [...input.transitiveTagKeys],
            Policy: input.policy,
            PolicyArns: input.policyArns?.map((arn) => ({ arn })),
            // A serial without its code is refused by AWS, so they travel together or not at all.
            ...(input.mfaCode !== undefined && { SerialNumber: input.mfaSerial, TokenCode: input.mfaCode }),
          }),
          { abortSignal },
        );
        const issued = {
          requestId: $metadata.requestId,
          roleArn: input.roleArn,
          assumedRoleId: AssumedRoleUser?.AssumedRoleId,
          sourceIdentity: SourceIdentity,
          packedPolicySize: PackedPolicySize,
        };
        return temporaryCredentials(Credentials, issued, AssumedRoleUser?.Arn);
      },
    );
}
