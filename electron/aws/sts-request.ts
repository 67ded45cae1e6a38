import type * as StsSdk from '@aws-sdk/client-sts';
import { type AwsRequest, type AwsRequestOptions, createAwsRequests } from './aws-request.ts';
import { loadStsSdk } from './load-sdk.ts';

export type StsOptions = AwsRequestOptions;
export type StsRequest = AwsRequest<typeof StsSdk, StsSdk.STSClient>;

/** Requests to STS; see `createAwsRequests`. */
export function createStsRequests(options: StsOptions = {}): StsRequest {
  return createAwsRequests(
    { name: 'sts', load: loadStsSdk, connect: (sdk, settings) => new sdk.STSClient(settings) },
    options,
  );
}
