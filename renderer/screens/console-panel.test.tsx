// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { PopoverApp } from '../app/popover-app.tsx';
import { type Answers, bad, createFakeClient, good } from '../fakes/fake-client.ts';
import { aCatalog, aRow, noSessions } from '../fakes/profiles.ts';
import { createPopoverStore } from '../store.ts';

afterEach(cleanup);

const region = (code: string, name: string, favourite = false) => ({ code, name, favourite, named: false });
const choices = {
  recentServices: ['ecs'],
  favouriteServices: ['rds'],
  regions: [
    region('us-east-1', 'US East (N. Virginia)', true),
    region('eu-central-1', 'Europe (Frankfurt)'),
    region('eu-west-1', 'Europe (Ireland)'),
  ],
  last: {},
};

async function open(answers: Answers = {}) {
  const fake = createFakeClient({
    snapshot: () => good({ catalog: aCatalog([aRow('prod', { region: 'eu-west-1' })]), sessions: noSessions }),
    consoleChoices: () => good(choices),
    ...answers,
  });
  const store = createPopoverStore(fake.client);
  render(<PopoverApp store={store} />);
  await waitFor(() => expect(store.store.getState().status).toBe('ready'));
  store.actions.show({ kind: 'console', profile: 'prod' });
  await screen.findAllByText('favourite');
  return { ...fake, store };
}

const box = (name: string) => screen.getByLabelText<HTMLInputElement>(name);
const type = (name: string, value: string) => fireEvent.change(box(name), { target: { value } });
const press = (name: string, key: string, more = {}) => fireEvent.keyDown(box(name), { key, ...more });
const said = ({ textContent }: HTMLElement) => textContent?.replaceAll(/\s+/g, ' ').trim();
const options = () => [...document.querySelectorAll<HTMLElement>('[role="option"]')].map(said);
const selected = () => said(document.querySelector('[aria-selected="true"]') as HTMLElement);
/** Asking for roles is slow with so many lines. */
const regionField = () => screen.getByLabelText(/^Region/);
async function toRegions() {
  fireEvent.click(regionField());
  await screen.findByLabelText('Search regions');
}

it('says production while service and region of one are chosen, whatever role the header shows', async () => {
  const rows = [aRow('prod', { region: 'eu-west-1', production: true }), aRow('dev')];
  const { store } = await open({ snapshot: () => good({ catalog: aCatalog(rows), sessions: noSessions }) });
  const isSaid = () => screen.queryByText('Production') !== null;
  expect(isSaid()).toBe(true);
  await toRegions();
  expect(isSaid()).toBe(true);
  store.actions.show({ kind: 'environment', profile: 'prod' });
  await screen.findByRole('button', { name: 'Copy credentials' });
  expect(isSaid()).toBe(true);
  store.actions.show({ kind: 'console', profile: 'dev' });
  await screen.findByLabelText('Search services');
  await waitFor(() => expect(isSaid()).toBe(false));
});

describe('the region of a console', () => {
  it('is found by code and by name, and opened with the service', async () => {
    const { askedFor } = await open();
    type('Search services', 'ec2');
    await toRegions();
    expect(options()).toEqual([
      'As in the profile eu-west-1',
      'US East (N. Virginia) us-east-1 favourite',
      'Europe (Frankfurt) eu-central-1',
      'Europe (Ireland) eu-west-1',
    ]);
    type('Search regions', 'eu-c');
    expect(options()).toEqual(['Europe (Frankfurt) eu-central-1']);
    type('Search regions', 'ireland europe');
    expect(options()).toEqual(['Europe (Ireland) eu-west-1']);
    type('Search regions', 'frank');
    press('Search regions', 'Enter');
    expect(regionField().textContent).toBe('Europe (Frankfurt) eu-central-1');
    expect(box('Search services').value).toBe('ec2');
    press('Search services', 'Enter');
    await waitFor(() =>
      expect(askedFor('openConsole')).toMatchObject([
        { profile: 'prod', service: 'ec2', region: 'eu-central-1', keep: true },
      ]),
    );
  });

  it('that the list does not have can be typed by its code, and nothing else can', async () => {
    const { askedFor } = await open();
    await toRegions();
    type('Search regions', 'atlantis');
    expect(options()).toEqual([]);
    expect(screen.getByText('No region of this partition matches “atlantis”.')).toBeTruthy();
    press('Search regions', 'Enter');
    type('Search regions', 'eu-west-9');
    press('Search regions', 'Enter');
    press('Search services', 'Enter');
    await waitFor(() => expect(askedFor('openConsole')).toMatchObject([{ region: 'eu-west-9' }]));
  });

  it('stays as it was after Escape, which goes one step back', async () => {
    const { store } = await open();
    await toRegions();
    press('Search regions', 'ArrowDown');
    press('Search regions', 'Escape');
    expect(regionField().textContent).toBe('As in the profile eu-west-1');
    expect(store.store.getState().panel).toEqual({ kind: 'console', profile: 'prod' });
    press('Search services', 'Escape');
    await waitFor(() => expect(store.store.getState().panel).toBeNull());
  });
});

describe('favourites', () => {
  it('stand first, and are marked by key and by button, where they stand', async () => {
    const { askedFor } = await open();
    expect(options().slice(0, 4)).toEqual(['Console home', 'RDS favourite', 'ECS recent', 'EC2']);
    press('Search services', 'p', { ctrlKey: true });
    expect(askedFor('favourConsole'), 'home is always first').toEqual([]);
    press('Search services', 'ArrowDown');
    press('Search services', 'p', { ctrlKey: true });
    press('Search services', 'ArrowDown');
    fireEvent.click(screen.getByLabelText('Favourite: ECS'));
    expect(screen.getByLabelText('Favourite: ECS').getAttribute('aria-pressed')).toBe('true');
    expect(options().slice(0, 4)).toEqual(['Console home', 'RDS', 'ECS favourite', 'EC2']);
    expect(askedFor('favourConsole')).toEqual([
      { kind: 'service', id: 'rds', favourite: false },
      { kind: 'service', id: 'ecs', favourite: true },
    ]);
    await toRegions();
    type('Search regions', 'frank');
    press('Search regions', 'p', { ctrlKey: true });
    expect(askedFor('favourConsole').at(-1)).toEqual({ kind: 'region', id: 'eu-central-1', favourite: true });
  });
});

it('what was chosen for the profile before is chosen again', async () => {
  const { askedFor } = await open({
    consoleChoices: () => good({ ...choices, last: { service: 'ecs', region: 'us-east-1' } }),
  });
  expect(selected()).toBe('ECS recent');
  press('Search services', 'Enter');
  await waitFor(() => expect(askedFor('openConsole')).toMatchObject([{ service: 'ecs', region: 'us-east-1' }]));
});

it('a search that finds nothing opens nothing', async () => {
  const { askedFor } = await open();
  type('Search services', 'no such');
  press('Search services', 'Enter');
  fireEvent.click(screen.getByText('Open'));
  expect(screen.getByText('No service matches “no such”.')).toBeTruthy();
  expect(askedFor('openConsole')).toEqual([]);
});

it('copying the link of a careful profile asks for its name, and says how long the link stays', async () => {
  const asks = { kind: 'confirmation-required', message: '', remedy: '', profile: 'prod' } as const;
  const copy = (input: { confirm?: string }) =>
    input.confirm === 'prod' ? good({ clearedAfterMs: 60_000 }) : bad(asks);
  const { askedFor } = await open({ copyConsoleLink: copy as never });
  type('Search services', 's3');
  fireEvent.click(screen.getByText('Copy link'));
  const field = await screen.findByLabelText('Type the name of the profile');
  fireEvent.change(field, { target: { value: 'prod' } });
  fireEvent.submit(field);
  expect(await screen.findByText('In the clipboard for 60 seconds. It signs in whoever has it.')).toBeTruthy();
  expect(askedFor('copyConsoleLink').at(-1)).toMatchObject({ profile: 'prod', service: 's3', confirm: 'prod' });
});
