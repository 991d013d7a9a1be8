import { Link } from '@tanstack/react-router';
import classes from './link-switch.module.css';

type LinkSwitchProps = {
  label: string;
  links: readonly {
    to: string;
    label: React.ReactNode;
    search?: Record<string, unknown>;
    current: boolean;
  }[];
};

/** A few pages beside each other, of which one is shown. */
export function LinkSwitch({ label, links }: LinkSwitchProps) {
  return (
    <nav className={classes.views} aria-label={label}>
      {links.map(({ to, label: name, search = {}, current }) => (
        <Link
          key={`${to} ${JSON.stringify(search)}`}
          to={to}
          search={search}
          className={classes.view}
          aria-current={current ? 'page' : undefined}
        >
          {name}
        </Link>
      ))}
    </nav>
  );
}
