import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { PAGE_SIZE } from './list-accounts.ts';

const model = new URL('../../../../shared/conformance/models/sso/2019-06-10/service-2.json', import.meta.url).pathname;

it.skipIf(!existsSync(model))('the portal’s pages are as large as AWS’s API model allows', () => {
  const { shapes } = JSON.parse(readFileSync(model, 'utf8'));
  expect(PAGE_SIZE).toBe(shapes.MaxResultType.max);
});
