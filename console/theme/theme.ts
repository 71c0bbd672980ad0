/** Mantine, told what the tokens say. Its variables are written to a stylesheet at build, see `theme-css.ts`. */
import { type CSSVariablesResolver, createTheme } from '@mantine/core';
import { brand, dark, gray, tokenVariables } from './tokens.ts';

export const theme = createTheme({
  primaryColor: 'brand',
  primaryShade: { light: 8, dark: 7 },
  colors: { brand, gray, dark },
  black: gray[9],
  fontFamily:
    "'Inter Variable', -apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif",
  fontFamilyMonospace: "ui-monospace, SFMono-Regular, 'SF Mono', Menlo, Consolas, monospace",
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.5', lg: '1.55', xl: '1.6' },
  headings: { fontWeight: '600' },
  defaultRadius: 'md',
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '12px', xl: '16px' },
  cursorType: 'pointer',
  fontSmoothing: true,
  components: {
    // Locking the scroll writes a <style> into the page, which the content security policy forbids: see scroll-lock.ts.
    ModalRoot: { defaultProps: { lockScroll: false, centered: true } },
    ModalOverlay: { defaultProps: { backgroundOpacity: 0.4 } },
    DrawerRoot: { defaultProps: { lockScroll: false } },
    DrawerOverlay: { defaultProps: { backgroundOpacity: 0.4 } },
    Switch: { defaultProps: { withThumbIndicator: false } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray' } },
  },
});

export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    ...tokenVariables('light'),
    '--mantine-color-text': 'var(--text)',
    '--mantine-color-body': 'var(--surface)',
    '--mantine-color-dimmed': 'var(--faint)',
    '--mantine-color-error': 'var(--bad)',
    '--mantine-color-anchor': 'var(--accent)',
    '--mantine-color-default-border': 'var(--mantine-color-gray-4)',
    // Mantine's own is too dark for the words on it.
    '--mantine-color-brand-light-hover': 'var(--mantine-color-brand-1)',
  },
  dark: {
    ...tokenVariables('dark'),
    '--mantine-color-text': 'var(--text)',
    '--mantine-color-body': 'var(--surface)',
    '--mantine-color-dimmed': 'var(--faint)',
    '--mantine-color-error': 'var(--bad)',
    '--mantine-color-anchor': 'var(--accent)',
    '--mantine-color-default': 'var(--raised)',
  },
});
