import classes from './surface.module.css';

type SurfaceProps = { rows?: boolean; children: React.ReactNode; className?: string | undefined };

/** A sheet on the board; `rows` draws a line between its children. */
export function Surface({ rows, children, className = '' }: SurfaceProps) {
  return (
    <div className={`${classes.surface} ${rows ? classes.rows : ''} ${className}`}>{children}</div>
  );
}
