import { defaultDarkTheme, defaultLightTheme, type RaThemeOptions } from 'react-admin';

/** System fonts first; the bundled Noto Sans SC is fetched only where the machine has no Chinese glyphs of its own. */
export const FONTS = [
  'Inter',
  'system-ui',
  '-apple-system',
  '"Segoe UI"',
  '"PingFang SC"',
  '"Hiragino Sans GB"',
  '"Microsoft YaHei"',
  '"Noto Sans CJK SC"',
  '"Noto Sans SC"',
  'sans-serif',
].join(',');

/** Pine for what one can do, seal red for the brand and for what needs care, warm paper behind everything. */
export const LIGHT = {
  primary: '#17594a',
  secondary: '#a8341f',
  paper: '#ffffff',
  ground: '#f6f4ef',
  line: '#e4dfd5',
  text: '#1d2421',
  quiet: '#5c655f',
};
export const DARK = {
  primary: '#7fcdb5',
  secondary: '#f2937f',
  paper: '#1b211f',
  ground: '#121715',
  line: '#303a36',
  text: '#e9eeeb',
  quiet: '#a5b2ac',
};

type Palette = typeof LIGHT;

function themeOf(mode: 'light' | 'dark', base: RaThemeOptions, colours: Palette): RaThemeOptions {
  return {
    ...base,
    palette: {
      mode,
      primary: { main: colours.primary, contrastText: mode === 'light' ? '#ffffff' : '#0c1a15' },
      secondary: { main: colours.secondary },
      background: { default: colours.ground, paper: colours.paper },
      text: { primary: colours.text, secondary: colours.quiet },
      divider: colours.line,
      success: { main: mode === 'light' ? '#1c6b41' : '#77c996' },
      warning: { main: mode === 'light' ? '#8a5200' : '#e9b45c' },
      error: { main: mode === 'light' ? '#b3261e' : '#f49a90' },
    },
    shape: { borderRadius: 10 },
    sidebar: { width: 240, closedWidth: 52 },
    typography: {
      fontFamily: FONTS,
      fontSize: 14,
      h4: { fontSize: '1.5rem', fontWeight: 600, letterSpacing: '-0.01em' },
      h5: { fontSize: '1.25rem', fontWeight: 600, letterSpacing: '-0.01em' },
      h6: { fontSize: '1.0625rem', fontWeight: 600 },
      subtitle1: { fontWeight: 600 },
      subtitle2: { fontWeight: 600, fontSize: '0.8125rem' },
      button: { textTransform: 'none', fontWeight: 600 },
    },
    components: { ...base.components, ...componentsOf(colours) },
  };
}

function componentsOf(colours: Palette): RaThemeOptions['components'] {
  const hairline = `1px solid ${colours.line}`;
  return {
    MuiCssBaseline: {
      styleOverrides: {
        body: { fontVariantNumeric: 'tabular-nums', WebkitFontSmoothing: 'antialiased' },
        // See chinese-font.ts.
        button: { wordSpacing: 'var(--arrived, 0)' },
        ':focus-visible': { outline: `2px solid ${colours.primary}`, outlineOffset: 2 },
      },
    },
    MuiPaper: {
      defaultProps: { elevation: 0 },
      styleOverrides: { root: { backgroundImage: 'none' } },
    },
    MuiCard: { styleOverrides: { root: { border: hairline, boxShadow: 'none' } } },
    MuiPopover: { styleOverrides: { paper: { border: hairline, boxShadow: '0 8px 28px rgb(0 0 0 / 16%)' } } },
    MuiDialog: { styleOverrides: { paper: { border: hairline, boxShadow: '0 16px 48px rgb(0 0 0 / 24%)' } } },
    MuiAppBar: {
      defaultProps: { color: 'inherit', elevation: 0 },
      styleOverrides: { root: { backgroundColor: colours.paper, color: colours.text, borderBottom: hairline } },
    },
    MuiButton: { defaultProps: { disableElevation: true }, styleOverrides: { root: { borderRadius: 8 } } },
    MuiChip: { styleOverrides: { root: { borderRadius: 7, fontWeight: 500 } } },
    MuiTextField: { defaultProps: { variant: 'outlined', size: 'small', margin: 'dense' } },
    MuiFormControl: { defaultProps: { variant: 'outlined', size: 'small', margin: 'dense' } },
    MuiAutocomplete: {
      defaultProps: { size: 'small' },
      styleOverrides: { paper: { border: hairline, boxShadow: '0 8px 28px rgb(0 0 0 / 16%)' } },
    },
    MuiTableCell: {
      styleOverrides: {
        root: { borderBottomColor: colours.line },
        head: { fontWeight: 600, color: colours.quiet, fontSize: '0.8125rem' },
      },
    },
    MuiTooltip: { defaultProps: { arrow: true } },
    MuiTab: {
      styleOverrides: {
        root: { textTransform: 'none', fontWeight: 600, minHeight: 44, minWidth: 0, padding: '10px 13px' },
      },
    },
    MuiLinearProgress: { styleOverrides: { root: { height: 8, borderRadius: 4 } } },
    RaLayout: {
      styleOverrides: {
        // react-admin lets the page grow with its widest table; here a table scrolls inside itself.
        root: {
          minWidth: 0,
          '& .RaLayout-content': {
            minWidth: 0,
            padding: '16px 20px 40px',
            '@media (max-width:599px)': { padding: '8px 12px 32px' },
          },
        },
      },
    },
    RaMenuItemLink: {
      styleOverrides: {
        root: {
          margin: '1px 8px',
          borderRadius: 8,
          fontSize: '0.9375rem',
          color: colours.quiet,
          paddingTop: 6,
          paddingBottom: 6,
          '&.RaMenuItemLink-active': {
            color: colours.primary,
            fontWeight: 600,
            backgroundColor: `${colours.primary}17`,
            '& .MuiSvgIcon-root': { color: colours.primary },
          },
        },
      },
    },
    RaDatagrid: {
      styleOverrides: {
        root: {
          '& .RaDatagrid-tableWrapper': { overflowX: 'auto' },
          '& .RaDatagrid-headerCell': { backgroundColor: 'transparent', whiteSpace: 'nowrap' },
          '& .RaDatagrid-rowCell': { whiteSpace: 'nowrap' },
          '& .RaDatagrid-rowCell.wrapping': { whiteSpace: 'normal', overflowWrap: 'anywhere', maxWidth: 280 },
        },
      },
    },
    RaListToolbar: { styleOverrides: { root: { '&&': { backgroundColor: 'transparent' } } } },
    RaTopToolbar: { styleOverrides: { root: { '&&': { backgroundColor: 'transparent' } } } },
    RaToolbar: {
      styleOverrides: { root: { backgroundColor: 'transparent', '&.RaToolbar-mobileToolbar': { position: 'static' } } },
    },
    RaList: {
      styleOverrides: { root: { '& .RaList-main': { minWidth: 0 }, '& .RaList-content': { overflow: 'hidden' } } },
    },
  };
}

export const lightTheme = themeOf('light', defaultLightTheme, LIGHT);
export const darkTheme = themeOf('dark', defaultDarkTheme, DARK);
