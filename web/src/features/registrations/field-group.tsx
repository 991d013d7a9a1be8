import { Text } from '@mantine/core';
import classes from './field-group.module.css';

type FieldGroupProps = {
  legend: string;
  hint: string;
  error?: React.ReactNode;
  children: React.ReactNode;
};

/** Several controls that answer one question. */
export function FieldGroup({ legend, hint, error, children }: FieldGroupProps) {
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>{legend}</legend>
      <Text size="sm" c="dimmed" mb="xs" role="status">
        {hint}
      </Text>
      {children}
      {error ? (
        <Text size="sm" c="var(--cb-open)" role="alert" mt={6} data-field-error tabIndex={-1}>
          {error}
        </Text>
      ) : null}
    </fieldset>
  );
}
