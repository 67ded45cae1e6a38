import type { Head } from '../../core/audit/chain.ts';
import { failure } from '../../core/failure.ts';
import type { Keychain } from '../../core/ports.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import { isKeychainOpen } from '../keychain-lock-linux.ts';

/** Keeps number and digest of the log's last line where who writes the files does not reach. */
export interface AuditAnchor {
  /** `undefined` before the first was saved. */
  read(): Promise<Result<Head | undefined>>;
  save(head: Head): Promise<Result<void>>;
}

/** Apart from the service of the access keys, so that no profile's name can meet it. */
export const auditService = 'Rolecall audit log';
const account = 'last entry';

/**
 * The anchor in the keychain. A locked keychain is left alone: nobody asked for
 * anything, so nobody shall be asked for a password.
 */
export function createAuditAnchor(
  keychain: Keychain,
  isOpen: () => Promise<boolean> = process.platform === 'linux' ? isKeychainOpen : async () => true,
): AuditAnchor {
  return {
    async read() {
      if (!(await isOpen())) return failed(notNow());
      const found = await keychain.read(account);
      return found.ok ? ok(headOf(found.value)) : found;
    },
    async save(head) {
      if (!(await isOpen())) return failed(notNow());
      return keychain.save(account, `${head.n} ${head.hash}`);
    },
  };
}

function headOf(text: string | undefined): Head | undefined {
  const [, n, hash] = /^(\d{1,15}) ([0-9a-f]{64})$/.exec(text ?? '') ?? [];
  return n !== undefined && hash !== undefined ? { n: Number(n), hash } : undefined;
}

function notNow() {
  return failure('keychain-locked', 'The keychain is locked or not there.', 'Unlock it to check the end of the log.');
}
