import { spendCode } from './aws-rules/direct-call.ts';
import { errorRows } from './aws-rules/errors.ts';
import type { ErrorRow } from './aws-rules/row.ts';
import { expectOnly } from './aws-rules/says.ts';
import { ruleRows } from './aws-rules/sts-rules.ts';
import { startProgramFor, toolsFor } from './aws-rules/world.ts';
import { awsFiles, type Program } from './harness/program.ts';
import { expect, test } from './harness/test.ts';
import { totpOf, wrongCode } from './harness/totp.ts';
import { optionNamed } from './harness/windows.ts';

/**
 * AWS-RULES.md as a test, through the real program: each row of its table of
 * errors, and each rule of its STS section. One program serves all rows.
 */
let rolecall: Program;
let filesBefore: unknown;

test.beforeAll(async () => {
  rolecall = await startProgramFor([...errorRows, ...ruleRows]);
  filesBefore = awsFiles(rolecall);
});
test.afterEach(() => rolecall.sandbox.faults.clear());
test.afterAll(async () => {
  await rolecall?.close();
});

async function codeFor({ code }: ErrorRow, user: string, serial: string): Promise<string | undefined> {
  if (code === undefined) return undefined;
  if (code === 'wrong') return wrongCode(rolecall.sandbox, user);
  const right = await totpOf(rolecall.sandbox, user);
  if (code === 'spent') await spendCode(rolecall.sandbox, user, serial, right);
  return right;
}

test.describe('every error of the table', () => {
  for (const row of errorRows) {
    test(`${row.about}: ${row.id}`, async () => {
      const { own, cli } = toolsFor(row, rolecall);
      for (const fault of row.faults ?? []) rolecall.sandbox.faults.add(fault);
      const code = await codeFor(row, own.user, own.serial);
      const { failure } = await cli(['switch', row.id, ...(code === undefined ? [] : ['--mfa-code-stdin'])], code);

      const { kind, says, remedy, fix, cause, awsCode } = row.expect;
      expect(failure).toMatchObject({ kind, remedy: expect.stringMatching(remedy), ...(awsCode && { awsCode }) });
      expectOnly(says, failure.message);
      expect(failure.fixes.map(({ command }: { command: string }) => command)).toContainEqual(
        expect.stringMatching(fix),
      );
      if (cause) expect(failure.causes).toContainEqual(expect.stringMatching(cause));
      expect(JSON.stringify(failure)).not.toContain(own.secretAccessKey);

      const popover = await rolecall.window('popover');
      await popover.getByRole('searchbox').fill(row.id);
      await expect(optionNamed(popover, row.id)).toHaveAccessibleName(/failed: /);
      await expect(optionNamed(popover, row.id)).toContainText(failure.message);
    });
  }
});

test.describe('every rule of the STS section', () => {
  for (const row of ruleRows) {
    test(`${row.about}: ${row.title}`, () => row.proves(toolsFor(row, rolecall)));
  }
});

test('none of it has changed a byte of the files', () => {
  expect(awsFiles(rolecall)).toEqual(filesBefore);
});
