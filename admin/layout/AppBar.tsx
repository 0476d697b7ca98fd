import Translate from '@mui/icons-material/Translate';
import { Box, Button, Chip, Tooltip, useMediaQuery } from '@mui/material';
import type { Theme } from '@mui/material/styles';
import { AppBar as RaAppBar, RefreshIconButton, TitlePortal, ToggleThemeButton, useTranslate } from 'react-admin';
import { Brand, Seal } from '../ui/Brand.js';
import { useCompany } from '../ui/useFormat.js';
import { BusyBar } from './BusyBar.js';
import { PersonMenu } from './PersonMenu.js';
import { useLanguage } from './useLanguage.js';

/** The switch between Chinese and English; it names the language it leads to. */
export function LanguageButton() {
  const translate = useTranslate();
  const { next, change } = useLanguage();
  return (
    <Tooltip title={translate('app.switchLanguage')}>
      <Button
        color="inherit"
        size="small"
        startIcon={<Translate />}
        onClick={change}
        lang={next === 'zh' ? 'zh-CN' : 'en'}
        sx={{ whiteSpace: 'nowrap' }}
      >
        {next === 'zh' ? '中文' : 'English'}
      </Button>
    </Tooltip>
  );
}

/** Brand, company, language, theme, person. */
export function AppBar() {
  const phone = useMediaQuery((theme: Theme) => theme.breakpoints.down('sm'));
  const { name, demo } = useCompany();
  const translate = useTranslate();
  return (
    <RaAppBar
      userMenu={<PersonMenu />}
      toolbar={
        <>
          <LanguageButton />
          <ToggleThemeButton />
          {phone ? null : <RefreshIconButton />}
          <BusyBar />
        </>
      }
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5, flex: 1, minWidth: 0 }}>
        {phone ? <Seal size={26} /> : <Brand size={28} />}
        <Box
          sx={{
            color: 'text.secondary',
            fontSize: '0.875rem',
            overflow: 'hidden',
            textOverflow: 'ellipsis',
            whiteSpace: 'nowrap',
          }}
        >
          {name}
        </Box>
        {demo && !phone ? <Chip size="small" label={translate('app.demo')} /> : null}
        <Box sx={{ display: 'none' }}>
          <TitlePortal />
        </Box>
      </Box>
    </RaAppBar>
  );
}
