import {
  Checkbox,
  type CSSVariablesResolver,
  createTheme,
  InputWrapper,
  MultiSelect,
  Radio,
  Textarea,
  TextInput,
} from '@mantine/core';

const MEDIUM = { defaultProps: { size: 'md' } };

/** How the pages look: the fonts of the device, one colour, fields that are large enough for a thumb. */
export const theme = createTheme({
  primaryColor: 'indigo',
  primaryShade: 8,
  respectReducedMotion: true,
  defaultRadius: 'md',
  fontFamily: 'system-ui, sans-serif',
  headings: { fontFamily: 'system-ui, sans-serif', sizes: { h1: { fontSize: '1.75rem' } } },
  fontSizes: { xs: '0.875rem', sm: '0.9375rem' },
  components: {
    TextInput: TextInput.extend(MEDIUM),
    Textarea: Textarea.extend(MEDIUM),
    MultiSelect: MultiSelect.extend(MEDIUM),
    Checkbox: Checkbox.extend(MEDIUM),
    Radio: Radio.extend(MEDIUM),
    InputWrapper: InputWrapper.extend({
      defaultProps: { size: 'md', inputWrapperOrder: ['label', 'description', 'error', 'input'] },
    }),
  },
});

/** Text with at least 4.5 to 1 against the page and borders of controls with 3 to 1, which the library's own have not. */
export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#495057',
    '--mantine-color-default-border': '#868e96',
    '--mantine-color-gray-4': '#868e96',
    '--mantine-color-error': '#c92a2a',
    '--mantine-color-placeholder': '#5c636a',
  },
  dark: {
    '--mantine-color-dimmed': '#c1c2c5',
    '--mantine-color-default-border': '#828282',
    '--mantine-color-dark-4': '#828282',
    '--mantine-color-error': '#ffa8a8',
    '--mantine-color-placeholder': '#c1c2c5',
  },
});
