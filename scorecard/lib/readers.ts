import { loadSharedConfigFiles } from '@smithy/core/config';
import { startPython } from './python.ts';

/** What another reader of the AWS files makes of a config file: its profiles, or that it refuses the whole file. */
export interface Reader {
  readonly name: string;
  read(path: string): Promise<Readonly<Record<string, unknown>> | undefined>;
  close(): Promise<void>;
}

const script = `
import sys, json
try:
    from botocore.configloader import load_config
except ImportError:
    from awscli.botocore.configloader import load_config
for line in sys.stdin:
    try:
        print(json.dumps(load_config(line.strip())['profiles']), flush=True)
    except Exception:
        print('null', flush=True)
`;

/** botocore: boto3's, and in its own copy AWS CLI's. */
export function botocore(): Reader {
  const python = startPython(script);
  return {
    name: 'botocore',
    read: async (path) => ((await python.ask(path)) as Record<string, unknown> | null) ?? undefined,
    close: () => python.close(),
  };
}

/** The JavaScript SDK's own loader (`@smithy/shared-ini-file-loader`, now a part of `@smithy/core`). */
export function javascriptSdk(): Reader {
  return {
    name: 'JavaScript SDK',
    async read(path) {
      try {
        const files = await loadSharedConfigFiles({ ignoreCache: true, configFilepath: path, filepath: '/dev/null' });
        return files.configFile;
      } catch {
        return undefined;
      }
    },
    close: async () => undefined,
  };
}
