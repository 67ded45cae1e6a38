import { createPlace, launch, type Program } from '../harness/program.ts';
import { totpOf } from '../harness/totp.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import type { Lines, Own, Row, Tools } from './row.ts';
import { seedFor, userOf } from './seed.ts';

/** One program for all rows: each has its own profile, user, key and device, so that none meets another's session. */
export async function startProgramFor(rows: readonly Row[]): Promise<Program> {
  const place = await createPlace({
    seed: seedFor(rows),
    config: (sandbox) => iniText([...rows.map((row) => profilesOf(row, ownOf(row, sandbox))), signIn(sandbox)]),
  });
  return launch(place);
}

function ownOf(row: Row, sandbox: Sandbox): Own {
  const user = sandbox.user(userOf(row));
  return {
    user: user.name,
    serial: user.mfaSerial ?? '',
    accessKeyId: user.accessKeyId,
    secretAccessKey: user.secretAccessKey,
    role: (name) => sandbox.role(name).arn,
  };
}

/** What a rule is tried with, from the state of things when its row begins. */
export function toolsFor(row: Row, { sandbox, cli }: Program): Tools {
  const own = ownOf(row, sandbox);
  const before = sandbox.requests().length;
  return {
    own,
    sandbox,
    cli: async (args, input) => {
      const { stdout, stderr } = await cli([...args, '--json'], input === undefined ? {} : { input });
      if (stdout === '') throw new Error(`rolecall ${args.join(' ')} printed nothing: ${stderr}`);
      return JSON.parse(stdout);
    },
    text: async (args) => (await cli(args)).stdout,
    requests: () => sandbox.requests().slice(before),
    code: () => totpOf(sandbox, own.user),
  };
}

const signIn = ({ identityCenter }: Sandbox) => ({
  'sso-session acme': {
    sso_start_url: identityCenter.startUrl,
    sso_region: identityCenter.region,
    sso_registration_scopes: 'sso:account:access',
  },
});

/** Of a row, by profile name. */
function profilesOf(row: Row, own: Own): Record<string, Lines> {
  return {
    // In clear, as people have them before they move in: sixty of them need no keychain.
    [own.user]: {
      aws_access_key_id: own.accessKeyId,
      aws_secret_access_key: own.secretAccessKey,
      ...row.userLines?.(own),
    },
    ...row.others?.(own),
    [row.id]: { source_profile: own.user, role_arn: own.role('Open'), ...row.profile?.(own) },
  };
}

function iniText(sections: readonly Readonly<Record<string, Lines>>[]): string {
  return sections
    .flatMap((section) => Object.entries(section))
    .map(([name, lines]) => {
      const text = Object.entries(lines).map(([key, value]) => `${key} = ${value}\n`);
      return `[${name.startsWith('sso-session ') ? name : `profile ${name}`}]\n${text.join('')}`;
    })
    .join('\n');
}
