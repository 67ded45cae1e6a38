import { describe, expect, it } from 'vitest';
import { ownProgram } from './own-program.ts';

const mounted = '/tmp/.mount_RolecaAb12/rolecall';

describe('ownProgram', () => {
  it('is the AppImage, whose mount is gone when the program ends', () => {
    const env = { APPIMAGE: '/home/ada/Rolecall.AppImage', APPDIR: '/tmp/.mount_RolecaAb12' };
    expect(ownProgram(mounted, env)).toBe('/home/ada/Rolecall.AppImage');
  });

  it('is not the AppImage of another program that started this one', () => {
    const env = { APPIMAGE: '/home/ada/Editor.AppImage', APPDIR: '/tmp/.mount_EditorCd34' };
    expect(ownProgram('/opt/Rolecall/rolecall', env)).toBe('/opt/Rolecall/rolecall');
    expect(ownProgram('/tmp/.mount_EditorCd345/rolecall', env)).toBe('/tmp/.mount_EditorCd345/rolecall');
  });

  it('is the executable otherwise', () => {
    expect(ownProgram('/opt/Rolecall/rolecall', {})).toBe('/opt/Rolecall/rolecall');
    expect(ownProgram(mounted, { APPIMAGE: 'Rolecall.AppImage', APPDIR: '/tmp/.mount_RolecaAb12' })).toBe(mounted);
  });
});
