import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { listPeriods } from '../../../contract/rota/list-periods.ts';
import { Live, type LiveState } from '../lib/live.ts';
import { queryOf, refreshModules } from '../lib/query.ts';
import { sayEvent } from '../lib/say-event.ts';
import { useWantedTopics } from '../lib/topics.ts';
import { useMay } from '../lib/use-me.ts';
import { announce } from '../ui/announce.tsx';

const modules = [
  ...['rota', 'calendar', 'offers', 'assistant', 'identity', 'organisations', 'journal', 'inbox'],
  ...['notifications', 'people', 'availability', 'duty', 'registrations', 'reminders', 'unlocks'],
  ...['booking', 'resources', 'trades', 'approvals'],
];
// Events come in bursts (a finalized period rejects many requests): read once per burst.
const burstMs = 120;

/** Keeps the pages true while others work: every event reads again what it may have changed. */
export function useLiveUpdates(): LiveState {
  const [state, setState] = useState<LiveState>('off');
  const live = useRef<Live | undefined>(undefined);
  const periods = useQuery({
    ...queryOf(listPeriods, { query: { limit: 50 } }),
    enabled: useMay('period.read'),
  }).data;
  const topics = [
    'organisation',
    'notifications',
    ...(periods ?? []).map((period) => `schedule:${period.id}`),
    ...useWantedTopics(),
  ].join();

  useEffect(() => {
    let burst: ReturnType<typeof setTimeout> | undefined;
    const readAgain = () => {
      clearTimeout(burst);
      burst = setTimeout(() => void refreshModules(...modules), burstMs);
    };
    live.current = new Live({
      onEvent: (event) => {
        if (event.topic === 'notifications') return void refreshModules('notifications');
        announce(sayEvent(event));
        readAgain();
      },
      onBack: readAgain,
      onState: setState,
    });
    return () => {
      clearTimeout(burst);
      live.current?.close();
    };
  }, []);

  useEffect(() => live.current?.setTopics(topics.split(',')), [topics]);
  return state;
}
