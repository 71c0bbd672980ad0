/** The tables of subscribers, schedules and deployment tasks, and the events that lead to them. */
import { expect, test } from 'vitest';
import { Action } from '../../shared/contract/events.ts';
import { Need } from '../../shared/contract/needs.ts';
import { deploymentTasks, schedules } from '../../shared/contract/schedules.ts';
import { subscribers } from '../../shared/contract/subscribers.ts';
import { within } from '../architecture/sources.ts';

const tables = [
  { folder: 'functions/events/', table: subscribers, type: 'SubscriberUseCase' },
  { folder: 'functions/schedules/', table: schedules, type: 'ScheduleUseCase' },
  { folder: 'functions/deployment/', table: deploymentTasks, type: 'DeploymentUseCase' },
];

test.each(tables)('$folder has one file for each row, and no other', ({ folder, table, type }) => {
  const files = within(folder);
  expect(files.map(({ file }) => file)).toEqual(
    Object.keys(table)
      .map(name => `${folder}${name}.ts`)
      .sort(),
  );
  for (const { file, text } of files)
    expect(text, file).toContain(`: ${type}<'${file.slice(folder.length, -'.ts'.length)}'> = `);
});

test.each(Object.entries(subscribers))(
  '%s listens to what can happen, and says what it needs',
  (_, subscriber) => {
    expect(subscriber.needs.every(need => Need.options.includes(need))).toBe(true);
    if ('listensTo' in subscriber) {
      expect(subscriber.listensTo.length).toBeGreaterThan(0);
      expect(Action.options).toEqual(expect.arrayContaining([...subscriber.listensTo]));
    }
  },
);

test('whoever sends mail also remembers that it did', () => {
  for (const { needs } of Object.values(subscribers))
    if ((needs as readonly string[]).includes('mail:send')) expect(needs).toContain('directory:write');
});

test.each(Action.options)('%s is told by somebody', action => {
  const told = within('shared/domain/', 'functions/').filter(({ text }) => text.includes(`'${action}'`));
  expect(told.map(({ file }) => file)).not.toEqual([]);
});
