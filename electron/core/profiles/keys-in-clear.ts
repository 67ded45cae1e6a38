import type { AwsFilesContent } from '../aws-files.ts';

/** Profiles whose long-term key stands in clear in the files, sorted; temporary credentials end by themselves. */
export function keysInClear(content: AwsFilesContent): string[] {
  const names: string[] = [];
  for (const [name, values] of content.profiles) {
    const id = values.aws_access_key_id;
    if (typeof id !== 'string' || id.startsWith('ASIA') || values.aws_session_token !== undefined) continue;
    if (typeof values.aws_secret_access_key === 'string') names.push(name);
  }
  return names.sort();
}
