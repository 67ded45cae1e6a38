import type { Client } from '../electron/core/client.ts';
import { AccessKeyApp } from './app/access-key-app.tsx';
import { mount } from './app/mount.tsx';
import './styles/access-key.css';

mount(<AccessKeyApp client={window.rolecall as Client<'access-key'>} />);
