import type { Rig } from '../rig.ts';
import { type Program, startProgram } from './program.ts';
import { benchSandbox } from './sandbox.ts';

/** A program of its own that is signed in to an Identity Center with an organisation, as `1000x5`. */
export async function signedInProgram(
  rig: Rig,
  organization: string,
  runtimeArgs: readonly string[] = [],
): Promise<Program> {
  const { endpoints } = await benchSandbox(rig, organization);
  const body = JSON.stringify({ do: 'answer-all', answer: 'approve' });
  await fetch(`${endpoints.control}/identity-center`, { method: 'POST', body });
  const program = await startProgram(rig, { organization, runtimeArgs });
  await program.toSocketMs;
  await program.call('startSsoSignIn', { session: 'acme', method: 'device', openBrowser: false });
  await program.call('awaitSsoSignIn', { session: 'acme' });
  return program;
}
