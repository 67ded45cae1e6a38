/**
 * `npm run pictures`: the pictures of README and docs, taken of the real program
 * as it does its work on the embedded AWS.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPlace, launch, type Place, type PlaceOptions, type Program } from '../harness/program.ts';
import { awsConfigFor, awsCredentialsFor } from '../sandbox/aws-config.ts';
import { billingAccount, mainAccount, productionAccount } from '../sandbox/default-accounts.ts';
import { defaultSeed } from '../sandbox/default-seed.ts';
import { defaultIdentityCenter } from '../sandbox/identity-center/default-center.ts';
import { createOrganization } from '../sandbox/identity-center/organization.ts';
import { drawnPlainly, inInter, largeDisplay } from './drawing.ts';
import { takeConsole, takeList, takePrompt, takeWelcome } from './popover.ts';
import { takeImport, takeProfile } from './settings.ts';

const organization = [
  ...defaultIdentityCenter.organization,
  ...createOrganization({ seed: 7, accounts: 36, rolesPerAccount: 2 }),
];

const places: Place[] = [];
const fonts = mkdtempSync(join(tmpdir(), 'rolecall-fonts-'));

/** A place whose people have named their accounts and pinned what they use. */
async function start(options: PlaceOptions, keys: readonly string[] = []): Promise<Program> {
  const place = await createPlace({ ...options, size: largeDisplay, env: inInter(fonts) });
  places.push(place);
  if (!options.firstStart) {
    const accounts = {
      [mainAccount]: { name: 'Acme', colour: 'blue' },
      [billingAccount]: { name: 'Acme Billing', colour: 'teal' },
      [productionAccount]: { name: 'Acme Production' },
    };
    const settings = { version: 1, welcomed: true, pins: ['developer'], accounts };
    writeFileSync(place.settingsFile, JSON.stringify(settings), { mode: 0o600 });
  }
  return launch(place, { keys, args: drawnPlainly });
}

/** What people have in their files: no profile that is there to fail. */
const config: PlaceOptions['config'] = (sandbox) =>
  awsConfigFor(sandbox)
    .split('\n\n')
    .filter((section) => !/^\[profile (billing-without-id|mei|china|bob.*)\]/.test(section.trim()))
    .join('\n\n');

try {
  const first = await start({ firstStart: true, config, credentials: (aws) => awsCredentialsFor(aws, ['ada', 'bob']) });
  await takeWelcome(first);
  await first.quit();

  const daily = await start(
    { config, seed: { ...defaultSeed, identityCenter: { ...defaultIdentityCenter, organization } } },
    ['ada'],
  );
  await takePrompt(daily);
  await takeList(daily);
  await takeConsole(daily);
  await takeProfile(daily);
  await takeImport(daily);
  await daily.quit();
} finally {
  for (const place of places) await place.close();
  rmSync(fonts, { recursive: true, force: true });
}
