import { Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import classes from './stat-card.module.css';

/** Numbers beside each other, each with what it counts. */
export function StatCards({ children }: { children: React.ReactNode }) {
  return <div className={classes.cards}>{children}</div>;
}

type StatCardProps = {
  number: number | string;
  label: string;
  /** Where one does something about it. */
  to?: string;
  search?: Record<string, unknown>;
  next?: string;
};

/** A number and what it counts; with `to` the whole card leads there. */
export function StatCard({ number, label, to, search = {}, next }: StatCardProps) {
  const inside = (
    <>
      <Text component="span" className={classes.number}>
        {number}
      </Text>
      <Text component="span" size="sm" c="dimmed">
        {label}
      </Text>
      {next ? (
        <Text component="span" size="sm" className={classes.next}>
          {next}
        </Text>
      ) : null}
    </>
  );
  if (!to) return <div className={classes.card}>{inside}</div>;
  return (
    <Link to={to} search={search} className={classes.card} data-leads>
      {inside}
    </Link>
  );
}
