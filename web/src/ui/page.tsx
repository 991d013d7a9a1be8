import { Anchor, Group, Text, Title } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { Link, type LinkProps } from '@tanstack/react-router';
import classes from './page.module.css';

type PageProps = {
  title: string;
  /** Beside or instead of the title, when the heading says more than the title. */
  heading?: React.ReactNode;
  description?: React.ReactNode;
  /** The way back; `within` keeps the address's parameters, so that the same month stands there. */
  back?: { to: NonNullable<LinkProps['to']>; label: string; within?: true };
  actions?: React.ReactNode;
  narrow?: boolean;
  children: React.ReactNode;
};

/** A page: its title (also of the window), a way back, what can be done, and the rest. */
export function Page({ title, heading, description, back, actions, narrow, children }: PageProps) {
  return (
    <div className={classes.page} data-narrow={narrow || undefined}>
      <title>{`${title} · Callboard`}</title>
      {back ? (
        <Anchor
          component={Link}
          to={back.to}
          {...(back.within ? { params: true, search: true } : {})}
          className={classes.back}
          size="sm"
        >
          <IconArrowLeft size={16} aria-hidden className="flips" /> {back.label}
        </Anchor>
      ) : null}
      <header className={classes.header}>
        <div>
          <Title order={1}>{heading ?? title}</Title>
          {description ? (
            <Text c="dimmed" component="div" mt={4}>
              {description}
            </Text>
          ) : null}
        </div>
        {actions ? (
          <Group gap="xs" className={classes.actions ?? ''}>
            {actions}
          </Group>
        ) : null}
      </header>
      {children}
    </div>
  );
}
