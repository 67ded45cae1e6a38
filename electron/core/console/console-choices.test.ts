import { describe, expect, it } from 'vitest';
import { createFakeWorld } from '../fakes/fake-world.ts';
import { createRolecall } from '../rolecall.ts';
import { createAbort } from '../sessions/shared-work.ts';

const key = { aws_access_key_id: 'AKIAIOSFODNN7EXAMPLE', aws_secret_access_key: 'wJalrXUtnFEMI' };
const profiles = {
  prod: { role_arn: 'arn:aws:iam::111122223333:role/Admin', source_profile: 'ada', region: 'eu-west-1' },
  ada: { ...key, region: 'us-east-2' },
  china: { role_arn: 'arn:aws-cn:iam::444455556666:role/Admin', source_profile: 'lin' },
  lin: { ...key, region: 'cn-north-1' },
  gov: { role_arn: 'arn:aws-us-gov:iam::777788889999:role/Admin', source_profile: 'lin' },
  nowhere: key,
};
const context = { door: 'popover', asker: { through: 'popover' }, signal: createAbort().signal } as const;

async function setUp() {
  const fake = createFakeWorld(profiles);
  const rolecall = createRolecall(fake.world);
  await rolecall.start();
  const { handlers } = rolecall;
  const choices = async (profile: string) => {
    const answer = await handlers.consoleChoices({ profile }, context);
    if (!answer.ok) throw new Error(answer.failure.message);
    return answer.value;
  };
  const codes = async (profile: string) => (await choices(profile)).regions.map(({ code }) => code);
  const favour = (kind: 'service' | 'region', id: string, favourite = true) =>
    handlers.favourConsole({ kind, id, favourite }, context);
  return { ...fake, handlers, choices, codes, favour };
}

describe('regions', () => {
  it('are all of the partition of the profile, with their names, those that profiles name first', async () => {
    const { choices, codes } = await setUp();
    const { regions } = await choices('prod');
    expect(regions.slice(0, 3)).toEqual([
      { code: 'eu-west-1', name: 'Europe (Ireland)', favourite: false, named: true },
      { code: 'us-east-2', name: 'US East (Ohio)', favourite: false, named: true },
      { code: 'af-south-1', name: 'Africa (Cape Town)', favourite: false, named: false },
    ]);
    expect(regions.length).toBeGreaterThan(30);
    expect(await codes('china')).toEqual(['cn-north-1', 'cn-northwest-1']);
    expect(await codes('gov')).toEqual(['us-gov-east-1', 'us-gov-west-1']);
  });

  it('are those of every partition where the files do not tell which it is', async () => {
    const { codes } = await setUp();
    expect(await codes('nowhere')).toEqual(expect.arrayContaining(['eu-central-1', 'cn-north-1', 'us-gov-west-1']));
  });

  it('stand first as favourites, each in its own partition, until they are none', async () => {
    const { codes, choices, favour } = await setUp();
    await favour('region', 'sa-east-1');
    await favour('region', 'cn-northwest-1');
    await favour('region', 'eu-west-1');
    expect((await codes('prod')).slice(0, 3)).toEqual(['sa-east-1', 'eu-west-1', 'us-east-2']);
    expect((await choices('china')).regions[0]).toMatchObject({ code: 'cn-northwest-1', favourite: true });
    await favour('region', 'sa-east-1', false);
    expect((await codes('prod')).slice(0, 2)).toEqual(['eu-west-1', 'us-east-2']);
  });

  it('may be newer than the list', async () => {
    const { choices, favour, handlers } = await setUp();
    await favour('region', 'eu-west-9');
    expect((await choices('prod')).regions[0]).toEqual({ code: 'eu-west-9', favourite: true, named: false });
    await handlers.openConsole({ profile: 'prod', region: 'eu-west-8', keep: true }, context);
    expect((await choices('prod')).regions.at(-1)).toMatchObject({ code: 'eu-west-8' });
  });
});

describe('the last choice', () => {
  it('is of its profile, and kept only where it was chosen as such', async () => {
    const { handlers, choices } = await setUp();
    await handlers.openConsole({ profile: 'prod', service: 'ecs', region: 'us-east-2', keep: true }, context);
    await handlers.openConsole({ profile: 'prod', service: 'ec2', region: 'eu-west-2' }, context);
    expect(await choices('prod')).toMatchObject({
      last: { service: 'ecs', region: 'us-east-2' },
      recentServices: ['ec2', 'ecs'],
    });
    expect((await choices('china')).last).toEqual({});
    await handlers.copyConsoleLink({ profile: 'prod', keep: true }, context);
    expect((await choices('prod')).last).toEqual({});
  });

  it('is not of a region of another partition, where the profile has come to lead', async () => {
    const { handlers, choices, saveFiles, clock } = await setUp();
    await handlers.openConsole({ profile: 'prod', service: 's3', region: 'us-east-2', keep: true }, context);
    saveFiles({ prod: { ...profiles.prod, role_arn: 'arn:aws-cn:iam::444455556666:role/Admin' }, ada: profiles.ada });
    await clock.advance(0);
    expect((await choices('prod')).last).toEqual({ service: 's3' });
  });
});

it('favourite services are kept beside the recent ones', async () => {
  const { choices, favour, world } = await setUp();
  await favour('service', 'athena');
  await favour('service', 'ecs');
  await favour('service', 'athena');
  expect((await choices('prod')).favouriteServices).toEqual(['ecs', 'athena']);
  expect(world.settings.get().favourites).toEqual({ service: ['ecs', 'athena'], region: [] });
});
