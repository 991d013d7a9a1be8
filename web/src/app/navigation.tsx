import { Badge, NavLink, UnstyledButton } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { IconChevronDown, IconDots } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { listPendingShifts } from '../../../contract/rota/list-pending-shifts.ts';
import type { LiveState } from '../lib/live.ts';
import { queryOf } from '../lib/query.ts';
import { LiveMark } from './live-mark.tsx';
import { shortTabs } from './places.ts';
import classes from './shell.module.css';
import { type PlaceGroup, useGroups, useTabs } from './use-places.ts';

/** Navigation on a desk, by system. */
export function Sidebar() {
  const { t } = useTranslation('app');
  const [folded, setFolded] = useLocalStorage<string[]>({
    key: 'callboard-folded',
    defaultValue: [],
    getInitialValueInEffect: false,
  });
  const toggle = (name: string) =>
    setFolded((before) =>
      before.includes(name) ? before.filter((one) => one !== name) : [...before, name],
    );
  const nav = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page has another place in the list
  useEffect(() => {
    nav.current?.querySelector('[aria-current=page]')?.scrollIntoView({ block: 'nearest' });
  }, [pathname]);
  return (
    <nav ref={nav} className={classes.nav} aria-label={t('main')}>
      {useGroups().map((group) => (
        <SidebarGroup
          key={group.name}
          group={group}
          folded={folded.includes(group.name)}
          onToggle={() => toggle(group.name)}
        />
      ))}
    </nav>
  );
}

type SidebarGroupProps = { group: PlaceGroup; folded: boolean; onToggle: () => void };

/** The places of a system below its name, which folds them away; the one that is open stays. */
function SidebarGroup({ group: { name, places }, folded, onToggle }: SidebarGroupProps) {
  const { t } = useTranslation('app');
  const id = `places-${name}`;
  return (
    <div data-folded={folded || undefined} className={classes.group}>
      <UnstyledButton
        className={classes.groupName ?? ''}
        aria-expanded={!folded}
        aria-controls={id}
        onClick={onToggle}
      >
        {t(`group.${name}`)}
        <IconChevronDown className={classes.fold} size={14} aria-hidden />
      </UnstyledButton>
      <div id={id}>
        {places.map(({ to, icon: Icon }) => (
          <NavLink
            key={to}
            label={t(`place.${to}`)}
            leftSection={<Icon size={18} stroke={1.75} aria-hidden />}
            rightSection={to === '/queue' ? <PendingCount /> : null}
            className={classes.place ?? ''}
            renderRoot={(props) => (
              <Link
                {...props}
                to={to}
                activeProps={{ 'data-active': true, 'aria-current': 'page' }}
              />
            )}
          />
        ))}
      </div>
    </div>
  );
}

/** Navigation under the thumb: the most useful places, the rest behind “More”. */
export function BottomTabs({ live }: { live: LiveState }) {
  const { t } = useTranslation('app');
  return (
    <div className={classes.tabs}>
      <LiveMark state={live} />
      <nav aria-label={t('main')} className={classes.tabRow}>
        {useTabs().map(({ to, icon: Icon }) => (
          <Link key={to} to={to} className={classes.tab} activeProps={{ 'aria-current': 'page' }}>
            <span className={classes.tabIcon}>
              <Icon size={22} stroke={1.75} aria-hidden />
              {to === '/queue' ? <PendingCount /> : null}
            </span>
            {shortTabs.some((short) => short === to) ? t('tab./my-schedule') : t(`place.${to}`)}
          </Link>
        ))}
        <Link to="/more" className={classes.tab} activeProps={{ 'aria-current': 'page' }}>
          <IconDots size={22} stroke={1.75} aria-hidden />
          {t('more')}
        </Link>
      </nav>
    </div>
  );
}

function PendingCount() {
  const { t } = useTranslation('app');
  const pending = useQuery(queryOf(listPendingShifts, { query: { limit: 100 } })).data?.length;
  if (!pending) return null;
  return (
    <Badge size="sm" circle={pending < 10} aria-label={t('waiting', { count: pending })}>
      {pending > 99 ? '99+' : pending}
    </Badge>
  );
}
