import { readFile, stat } from 'node:fs/promises';
import * as tls from 'node:tls';
import { connectionError } from './connection-error.ts';

/** Where Linux distributions keep the certificates that a system trusts, a company's own among them. */
const systemBundles = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/ssl/ca-bundle.pem',
  '/etc/ssl/cert.pem',
];

/** A bundle that was named, and the setting that names it. */
export interface CaBundle {
  readonly path: string;
  /** `AWS_CA_BUNDLE`, or `ca_bundle` of a profile. */
  readonly setting: string;
}

/** A set of certificates, and a name that no other set has. */
export interface Trust {
  readonly name: string;
  readonly context: tls.SecureContext;
}

/**
 * Whom connections trust: with a bundle its certificates alone, as in AWS CLI,
 * else Node's own and the system's. Node reads neither of them by itself in a
 * packaged program, where NODE_EXTRA_CA_CERTS has no effect. Fails with a
 * `connectionError` when a bundle cannot be read or holds no certificate.
 */
export function createTrust(readSystem: () => Promise<readonly string[]> = systemCertificates) {
  // Parsing some 300 certificates takes 15 ms, so it is done once for each set of them.
  const contexts = new Map<string, Promise<tls.SecureContext>>();

  async function ofBundle({ path, setting }: CaBundle): Promise<tls.SecureContext> {
    try {
      const pem = await readFile(path, 'utf8');
      if (!pem.includes('-----BEGIN CERTIFICATE-----')) throw Object.assign(new Error(), { code: 'NO_CERTIFICATE' });
      return tls.createSecureContext({ ca: pem });
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'NO_CERTIFICATE';
      throw connectionError('ca-bundle', { setting, file: path, code });
    }
  }

  return async (bundle?: CaBundle): Promise<Trust> => {
    const changedAt = bundle && (await stat(bundle.path).catch(() => undefined))?.mtimeMs;
    const name = bundle ? JSON.stringify([bundle.path, changedAt]) : '';
    const known = contexts.get(name);
    if (known) return { name, context: await known };
    const made = bundle
      ? ofBundle(bundle)
      : readSystem().then((system) => tls.createSecureContext({ ca: [...tls.rootCertificates, ...system] }));
    contexts.set(name, made);
    made.catch(() => contexts.delete(name));
    return { name, context: await made };
  };
}

async function systemCertificates(): Promise<readonly string[]> {
  // Newer runtimes read the stores of macOS and Windows, too (not run here).
  const { getCACertificates } = tls as { getCACertificates?: (type: 'system') => string[] };
  if (getCACertificates) return getCACertificates('system');
  for (const path of systemBundles) {
    const pem = await readFile(path, 'utf8').catch(() => undefined);
    if (pem) return [pem];
  }
  return [];
}
