import { notifications } from '@mantine/notifications';
import i18next from 'i18next';
import { sentenceOf } from '../lib/problem.ts';
import { announce } from './announce.tsx';

/** Says that something was done. */
export function notifyDone(message: string): void {
  announce(message);
  notifications.show({ message, color: 'cobalt', autoClose: 4000 });
}

/** Says that something was not done, and why. */
export function notifyProblem(error: unknown): void {
  notifications.show({
    title: i18next.t('ui:notDone'),
    message: sentenceOf(error),
    color: 'red',
    autoClose: 8000,
  });
}
