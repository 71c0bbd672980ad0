/** Writes the theme's variables into a stylesheet at build: a policy without `unsafe-inline` has no room for a <style>. */
import {
  convertCssVariables,
  DEFAULT_THEME,
  deepMerge,
  defaultCssVariablesResolver,
  mergeMantineTheme,
} from '@mantine/core';
import type { Plugin } from 'vite';
import { theme, variables } from './theme.ts';

const virtual = 'virtual:theme.css';
const resolved = `\0${virtual}`;

export function themeCss(): Plugin {
  return {
    name: 'theme-css',
    resolveId: id => (id === virtual ? resolved : undefined),
    load: id => (id === resolved ? stylesheet() : undefined),
  };
}

function stylesheet(): string {
  const whole = mergeMantineTheme(DEFAULT_THEME, theme);
  return convertCssVariables(deepMerge(defaultCssVariablesResolver(whole), variables(whole)));
}
