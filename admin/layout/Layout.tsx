import { useEffect } from 'react';
import { type LayoutProps, Layout as RaLayout, useLocaleState } from 'react-admin';
import { AppBar } from './AppBar.js';
import { ErrorScreen } from './ErrorScreen.js';
import { Menu } from './Menu.js';

/** Tells the document its language, so that screen readers speak it and fonts fit it. */
export function useDocumentLanguage(): void {
  const [locale] = useLocaleState();
  useEffect(() => {
    document.documentElement.lang = locale === 'zh' ? 'zh-CN' : 'en';
  }, [locale]);
}

/** The frame of every screen behind the sign-in. */
export function Layout(props: LayoutProps) {
  useDocumentLanguage();
  return <RaLayout {...props} appBar={AppBar} menu={Menu} error={ErrorScreen} />;
}
