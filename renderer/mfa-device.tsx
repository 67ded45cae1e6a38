import type { Client } from '../electron/core/client.ts';
import { MfaDeviceApp } from './app/mfa-device-app.tsx';
import { mount } from './app/mount.tsx';
import './styles/mfa-device.css';

mount(<MfaDeviceApp client={window.rolecall as Client<'mfa-device'>} />);
