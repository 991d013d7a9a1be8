import {
  ActionIcon,
  Button,
  Combobox,
  createTheme,
  Drawer,
  type MantineColorsTuple,
  Modal,
  Notification,
  NumberInput,
  PasswordInput,
  Select,
  Textarea,
  TextInput,
  Tooltip,
} from '@mantine/core';

/** Cobalt on warm paper: one accent, so that green, amber and red can mean coverage only. */
const cobalt: MantineColorsTuple = [
  '#eef1ff',
  '#dde3ff',
  '#bac6ff',
  '#98a8fb',
  '#7589f2',
  '#566be6',
  '#3a4fd0',
  '#3143b4',
  '#293893',
  '#212d74',
];

// Dark enough for white text at every primary shade.
const red: MantineColorsTuple = [
  '#fdeeec',
  '#fadad6',
  '#f3b3ad',
  '#ed8a82',
  '#e5655b',
  '#d84a40',
  '#c2352b',
  '#a82b22',
  '#8c231c',
  '#6f1b15',
];

const gray: MantineColorsTuple = [
  '#faf9f7',
  '#f3f2ee',
  '#e9e7e2',
  '#dcd9d3',
  '#c6c2ba',
  '#a39e95',
  '#6f6a62',
  '#55514a',
  '#38352f',
  '#23211d',
];

const dark: MantineColorsTuple = [
  '#e7e4de',
  '#c5c1b9',
  '#a19c93',
  '#5c5851',
  '#3b3833',
  '#2e2c28',
  '#23211e',
  '#181715',
  '#121110',
  '#0c0b0a',
];

// What need not be filled in says so in its label; stars on all the rest would be noise.
const field = { defaultProps: { size: 'md', withAsterisk: false } };

/** What everything looks like; `close` is what the cross of a notice is called. */
export const themeWith = (close: string) =>
  createTheme({
    colors: { cobalt, red, gray, dark },
    primaryColor: 'cobalt',
    primaryShade: { light: 6, dark: 6 },
    black: '#23211d',
    defaultRadius: 'md',
    cursorType: 'pointer',
    respectReducedMotion: true,
    fontFamily:
      'ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif',
    headings: {
      fontWeight: '650',
      textWrap: 'balance',
      sizes: {
        h1: { fontSize: '1.5rem', lineHeight: '1.25' },
        h2: { fontSize: '1.125rem', lineHeight: '1.35' },
        h3: { fontSize: '1rem', lineHeight: '1.4' },
      },
    },
    radius: { sm: '6px', md: '8px', lg: '12px' },
    components: {
      TextInput: TextInput.extend(field),
      PasswordInput: PasswordInput.extend(field),
      Textarea: Textarea.extend(field),
      Select: Select.extend(field),
      NumberInput: NumberInput.extend(field),
      // By its start, not its middle: before it has its width it would hang out of a phone's screen,
      // which then zooms out, places it anew, and so on.
      Combobox: Combobox.extend({ defaultProps: { position: 'bottom-start' } }),
      Button: Button.extend({ defaultProps: { size: 'sm' } }),
      ActionIcon: ActionIcon.extend({
        defaultProps: { variant: 'subtle', color: 'gray', size: 'lg' },
      }),
      Modal: Modal.extend({
        defaultProps: { centered: true, radius: 'lg', overlayProps: { backgroundOpacity: 0.4 } },
      }),
      Drawer: Drawer.extend({ defaultProps: { overlayProps: { backgroundOpacity: 0.4 } } }),
      Notification: Notification.extend({
        defaultProps: { closeButtonProps: { 'aria-label': close } },
      }),
      Tooltip: Tooltip.extend({ defaultProps: { withArrow: true, openDelay: 300 } }),
    },
  });
