/** One scene, named in the address: `gallery.html?mfa-ask`. Rendered without Electron's other half, for looking and for comparing pictures. */
import { mount } from '../app/mount.tsx';
import '../styles/popover.css';
import '../styles/mfa.css';
import '../styles/access-key.css';
import '../styles/mfa-device.css';
import '../styles/settings.css';
import './gallery.css';
import { scenes } from './scenes.ts';

const all = scenes(Date.now());
const scene = all[location.search.slice(1)];
if (scene) mount(scene.render());
else document.title = JSON.stringify(Object.entries(all).map(([name, { window }]) => ({ name, window })));
