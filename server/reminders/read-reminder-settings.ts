import { readReminderSettings as route } from '../../contract/routes.ts';
import { query } from '../platform/action.ts';
import { presentReminderSettings } from './present-reminder-settings.ts';
import { getReminderSettings } from './settings-store.ts';

/** When and how the organisation reminds of duties. */
export const readReminderSettings = query(route, async (view) =>
  presentReminderSettings(await getReminderSettings(view), view.by),
);
