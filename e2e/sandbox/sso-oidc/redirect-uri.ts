const loopback = /^http:\/\/(?:127\.0\.0\.1|\[::1\])(?::\d{1,5})?\/[^#?]*$/;

export function isLoopback(uri: string): boolean {
  return loopback.test(uri) && URL.canParse(uri);
}

/**
 * Whether a client may be sent back to `uri`: a registered URI without a port
 * stands for any port, since a program takes what is free; path and host must be
 * the same byte for byte.
 * @see https://www.rfc-editor.org/rfc/rfc8252#section-7.3
 */
export function isRegistered(uri: string, registered: readonly string[]): boolean {
  return isLoopback(uri) && (registered.includes(uri) || registered.includes(withoutPort(uri)));
}

const withoutPort = (uri: string) => uri.replace(/^(http:\/\/[^/]+?):\d+\//, '$1/');
