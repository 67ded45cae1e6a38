import { describe, expect, it } from 'vitest';
import { launchRecordOf, parseLaunchRecord, startCommand, startEnvironment } from './start-plan.ts';

const record = { command: ['/opt/rolecall/rolecall'], environment: { DISPLAY: ':1' } };
const cloneStart = ['/usr/bin/node', '/clone/scripts/electron-run.mjs'] as const;
const everywhere = () => true;

describe('the launch record', () => {
  it('survives writing and reading', () => {
    expect(parseLaunchRecord(JSON.stringify(record))).toEqual(record);
  });

  it.each(['', '{', '[]', '{"command":[]}', '{"command":["a"]}', '{"command":"a","environment":{}}'])(
    'is none when it reads %j',
    (text) => {
      expect(parseLaunchRecord(text)).toBeUndefined();
    },
  );

  it('holds what a desktop sets, and no secret', () => {
    const env = { DISPLAY: ':1', AWS_SECRET_ACCESS_KEY: 'CANARY', HTTPS_PROXY: 'http://u:CANARY@p', PATH: '/bin' };
    expect(launchRecordOf(['/e', '/clone'], env)).toEqual({
      command: ['/e', '/clone'],
      environment: { DISPLAY: ':1' },
    });
  });
});

describe('startCommand', () => {
  const plan = { record, cloneStart, isRoot: false, exists: everywhere };

  it('starts what ran last', () => {
    expect(startCommand(plan)).toEqual(['/opt/rolecall/rolecall', '--hidden']);
  });

  it('takes the clone’s script before the first start, when the program has moved, and as root', () => {
    const script = [...cloneStart, '--hidden'];
    expect(startCommand({ ...plan, record: undefined })).toEqual(script);
    expect(startCommand({ ...plan, exists: (file) => file !== '/opt/rolecall/rolecall' })).toEqual(script);
    expect(startCommand({ ...plan, isRoot: true })).toEqual(script);
  });

  it('gives up where there is neither', () => {
    expect(startCommand({ ...plan, exists: () => false })).toBeUndefined();
    expect(startCommand({ ...plan, cloneStart: undefined, isRoot: true })).toBeUndefined();
  });
});

describe('startEnvironment', () => {
  it('takes where AWS is from the last start, not from the tool that happens to ask', () => {
    const caller = { HOME: '/h', AWS_ENDPOINT_URL_STS: 'http://127.0.0.1:4566', AWS_CONFIG_FILE: '/project/config' };
    const environment = { AWS_REGION: 'eu-west-1' };
    expect(startEnvironment(caller, { ...record, environment })).toEqual({ HOME: '/h', AWS_REGION: 'eu-west-1' });
    expect(startEnvironment(caller, undefined)).toEqual(caller);
  });

  it('completes the caller’s, whose own wins, without its credentials', () => {
    const caller = { HOME: '/h', DISPLAY: ':2', AWS_ACCESS_KEY_ID: 'x', AWS_SESSION_TOKEN: 'x', NODE_OPTIONS: 'x' };
    const environment = { DISPLAY: ':1', DBUS_SESSION_BUS_ADDRESS: 'unix:path=/b' };
    expect(startEnvironment(caller, { ...record, environment })).toEqual({
      HOME: '/h',
      DISPLAY: ':2',
      DBUS_SESSION_BUS_ADDRESS: 'unix:path=/b',
    });
  });
});
