import { isAbsolute } from 'node:path';

/**
 * The file that starts this packaged program again. An AppImage runs from a mount
 * that is gone when it ends, so there it is the image. Both variables are
 * inherited by what an AppImage starts, so they count only if they are about us.
 * @see https://docs.appimage.org/packaging-guide/environment-variables.html
 */
export function ownProgram(execPath: string, env: Readonly<Record<string, string | undefined>>): string {
  const { APPIMAGE, APPDIR } = env;
  return APPIMAGE && APPDIR && isAbsolute(APPIMAGE) && execPath.startsWith(`${APPDIR}/`) ? APPIMAGE : execPath;
}
