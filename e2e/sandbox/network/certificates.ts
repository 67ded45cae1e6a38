import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A company's own CA, and a certificate by it. All files are in the folder that was given. */
export interface CompanyCertificates {
  /** What `AWS_CA_BUNDLE` is to name. */
  readonly caFile: string;
  readonly key: Buffer;
  readonly cert: Buffer;
}

/** Makes a CA and a certificate for `names` (as in a subjectAltName: `IP:127.0.0.1`, `DNS:localhost`) with openssl. */
export function makeCertificates(folder: string, names = 'IP:127.0.0.1,DNS:localhost'): CompanyCertificates {
  const file = (name: string) => join(folder, name);
  const openssl = (...args: string[]) => execFileSync('openssl', args, { stdio: 'pipe' });
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  openssl(
    ...['req', '-x509', ...newKey, '-keyout', file('ca.key'), '-out', file('ca.pem'), '-days', '2'],
    ...['-subj', '/CN=Example Company CA', '-addext', 'basicConstraints=critical,CA:TRUE'],
  );
  openssl('req', ...newKey, '-keyout', file('host.key'), '-out', file('host.csr'), '-subj', '/CN=Example Host');
  writeFileSync(file('host.ext'), `subjectAltName=${names}\nbasicConstraints=CA:FALSE\n`);
  openssl(
    ...['x509', '-req', '-in', file('host.csr'), '-CA', file('ca.pem'), '-CAkey', file('ca.key'), '-CAcreateserial'],
    ...['-out', file('host.pem'), '-days', '2', '-extfile', file('host.ext')],
  );
  return {
    caFile: file('ca.pem'),
    key: readFileSync(file('host.key')),
    cert: Buffer.concat([readFileSync(file('host.pem')), readFileSync(file('ca.pem'))]),
  };
}
