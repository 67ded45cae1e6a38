import type { Client } from '../electron/core/client.ts';
import { MfaApp } from './app/mfa-app.tsx';
import { mount } from './app/mount.tsx';
import './styles/mfa.css';

mount(<MfaApp client={window.rolecall as Client<'mfa'>} />);
