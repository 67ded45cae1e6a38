import { AccessKeyApp } from '../app/access-key-app.tsx';
import { type Answers, bad, createFakeClient, good, never } from './fake-client.ts';
import { press, typed } from './press.tsx';
import type { Scene, Scenes } from './scene.ts';

const aKey = {
  profile: 'company',
  id: 'AKIAIOSFODNN7EXAMPLE',
  secret: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
};
const keyTarget = { profile: null, profiles: ['company', 'contractor', 'default', 'staging-bot'] };

function accessKey(answers: Answers): Scene {
  const { client } = createFakeClient({ accessKeyTarget: () => good(keyTarget), ...answers });
  return { window: 'access-key', render: () => <AccessKeyApp client={client} /> };
}

/** The window that takes an access key. */
export function accessKeyScenes(now: number): Scenes {
  return {
    'key-new': accessKey({}),
    'key-suggestions': typed(accessKey({}), 'profile', 'co'),
    'key-faults': press(accessKey({}), /^Check and save$/, { id: 'AKIA' }),
    'key-checking': press(accessKey({ addAccessKey: () => never() }), /^Check and save$/, aKey),
    'key-failed': press(
      accessKey({
        addAccessKey: () =>
          bad({
            kind: 'secret-wrong',
            message: 'AWS knows this key ID, but the secret does not match it.',
            remedy: 'Enter the secret again; copy it whole.',
            awsCode: 'SignatureDoesNotMatch',
          }),
      }),
      /^Check and save$/,
      aKey,
    ),
    'key-saved': press(
      accessKey({
        addAccessKey: () =>
          good({
            profile: 'company',
            accessKeyId: 'AKIA…MPLE',
            userArn: 'arn:aws:iam::904417236685:user/anna',
            addedAt: now,
          }),
      }),
      /^Check and save$/,
      aKey,
    ),
  };
}
