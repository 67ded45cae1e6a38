import type { AwsFilesContent } from '../../core/aws-files.ts';

/**
 * The file of certificates that a profile trusts alone.
 * @see https://docs.aws.amazon.com/sdkref/latest/guide/feature-gen-config.html
 */
export function caBundleOf({ profiles }: AwsFilesContent, profile: string): string | undefined {
  const path = profiles.get(profile)?.ca_bundle;
  return typeof path === 'string' && path !== '' ? path : undefined;
}
