import { type AwsRequest, type AwsRequestOptions, createAwsRequests } from './aws-request.ts';
import type * as IamSdk from './iam-sdk.ts';
import { loadIamSdk } from './load-sdk.ts';

export type IamOptions = AwsRequestOptions;
export type IamRequest = AwsRequest<typeof IamSdk, IamSdk.IAMClient>;

/** Requests to IAM; see `createAwsRequests`. The region decides the partition, which has one IAM. */
export function createIamRequests(options: IamOptions = {}): IamRequest {
  return createAwsRequests(
    { name: 'iam', load: loadIamSdk, connect: (sdk, settings) => new sdk.IAMClient(settings) },
    options,
  );
}

/** What is the same for every action of IAM that carries no code. */
export function iamAction(action: string) {
  return { action, sentMfaCode: false, sentExternalId: false };
}
