import type { Client } from '../electron/core/client.ts';
import { mount } from './app/mount.tsx';
import { SettingsApp } from './app/settings-app.tsx';
import { createSettingsStore } from './settings-store.ts';
import './styles/settings.css';

mount(<SettingsApp store={createSettingsStore(window.rolecall as Client<'settings'>)} />);
