import type { Client } from '../electron/core/client.ts';
import { mount } from './app/mount.tsx';
import { PopoverApp } from './app/popover-app.tsx';
import { createPopoverStore } from './store.ts';
import './styles/popover.css';

mount(<PopoverApp store={createPopoverStore(window.rolecall as Client<'popover'>)} />);
