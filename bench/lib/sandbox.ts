import { fileURLToPath } from 'node:url';
import type { Rig } from '../rig.ts';
import { startChild } from './child.ts';
import { untilAnswer } from './until.ts';

/** What `npm run sandbox` prints, as far as it is needed here. */
export interface BenchSandbox {
  readonly endpoints: { readonly control: string };
  readonly environment: Readonly<Record<string, string>>;
  readonly awsConfig: string;
  readonly users: readonly { readonly name: string; readonly accessKeyId: string; readonly secretAccessKey: string }[];
  readonly roles: readonly { readonly name: string; readonly arn: string }[];
}

const main = fileURLToPath(new URL('../../e2e/sandbox/main.ts', import.meta.url));

/**
 * The local AWS, in a process of its own: its work must not wait for ours. With
 * `organization`, as `1000x5`, another one whose Identity Center has so many
 * accounts and roles in each.
 */
export function benchSandbox(rig: Rig, organization?: string): Promise<BenchSandbox> {
  const options = organization === undefined ? [] : ['--organization', organization];
  return rig.shared(['sandbox', ...options].join(' '), async () => {
    const child = startChild(process.execPath, ['--import', 'tsx', main, ...options], process.env);
    rig.cleanup.add(() => child.end());
    let text = '';
    child.onOutput((chunk) => {
      text += chunk;
    });
    await untilAnswer('the sandbox', child, () => text.endsWith('\n}\n') || undefined, 20);
    return JSON.parse(text) as BenchSandbox;
  });
}
