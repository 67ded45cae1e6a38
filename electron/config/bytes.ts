/**
 * A file's bytes, one character per byte (latin1). Every byte survives, also
 * those that are not UTF-8, and all syntax of the AWS files is ASCII, so cutting
 * and joining such a text is safe. Turn it into real text only to show or compare.
 */
export type ByteText = string & { readonly brand?: 'bytes' };

export function byteText(bytes: Uint8Array): ByteText {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

export function bytesOf(text: ByteText): Buffer {
  return Buffer.from(text, 'latin1');
}

/** Real text → its UTF-8 bytes, one character each. */
export function encodeText(text: string): ByteText {
  return Buffer.from(text, 'utf8').toString('latin1');
}

/** Bytes → real text; what is not UTF-8 becomes U+FFFD. */
export function decodeText(text: ByteText): string {
  return isPlain(text) ? text : Buffer.from(text, 'latin1').toString('utf8');
}

function isPlain(text: ByteText): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false;
  return true;
}

/** The UTF-8 byte order mark, as bytes. */
export const byteOrderMark: ByteText = '\xef\xbb\xbf';
