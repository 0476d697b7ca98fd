import { lazy } from 'react';
import { Admin, CustomRoutes, type I18nProvider, localStorageStore, Resource } from 'react-admin';
import { Route } from 'react-router-dom';
import { authProvider } from './access/authProvider.js';
import { SignIn } from './access/SignIn.js';
import { dataProvider } from './api/dataProvider.js';
import { Layout } from './layout/Layout.js';
import { darkTheme, lightTheme } from './layout/theme.js';
import { resources } from './resources.js';

const Home = lazy(() => import('./home/Home.js'));
const Program = lazy(() => import('./program/Program.js'));
const ProgramDraft = lazy(() => import('./program/Draft.js'));
const ProgramVersions = lazy(() => import('./program/Versions.js'));
const ProgramVersion = lazy(() => import('./program/VersionShow.js'));
const Rfm = lazy(() => import('./levels/RfmScreen.js'));
const Lifecycle = lazy(() => import('./levels/Lifecycle.js'));
const LevelRules = lazy(() => import('./levels/Rules.js'));
const LevelDraft = lazy(() => import('./levels/Draft.js'));
const LevelVersions = lazy(() => import('./levels/Versions.js'));
const LevelVersion = lazy(() => import('./levels/VersionShow.js'));
const Company = lazy(() => import('./company/Company.js'));
const Account = lazy(() => import('./account/Account.js'));

const store = localStorageStore(undefined, 'liuke');

/** The panel: what can be opened, who may, in which language and look. */
export function App({ i18nProvider }: { i18nProvider: I18nProvider }) {
  return (
    <Admin
      title="留客 Liuke"
      dataProvider={dataProvider}
      authProvider={authProvider}
      i18nProvider={i18nProvider}
      store={store}
      loginPage={SignIn}
      layout={Layout}
      dashboard={Home}
      theme={lightTheme}
      darkTheme={darkTheme}
      requireAuth
      disableTelemetry
    >
      {resources.map((resource) => (
        <Resource key={resource.name} {...resource} />
      ))}
      <CustomRoutes>
        <Route path="/program" element={<Program />} />
        <Route path="/program/draft" element={<ProgramDraft />} />
        <Route path="/program/versions" element={<ProgramVersions />} />
        <Route path="/program/versions/:id" element={<ProgramVersion />} />
        <Route path="/levels/rfm" element={<Rfm />} />
        <Route path="/levels/lifecycle" element={<Lifecycle />} />
        <Route path="/levels/rules" element={<LevelRules />} />
        <Route path="/levels/rules/draft" element={<LevelDraft />} />
        <Route path="/levels/rules/versions" element={<LevelVersions />} />
        <Route path="/levels/rules/versions/:id" element={<LevelVersion />} />
        <Route path="/company" element={<Company />} />
        <Route path="/account" element={<Account />} />
      </CustomRoutes>
    </Admin>
  );
}
