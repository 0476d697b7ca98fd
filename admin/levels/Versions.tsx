import { useTranslate } from 'ra-core';
import { LevelVersionsDocument } from '../api/generated/operations.js';
import { PageTitle } from '../ui/PageTitle.js';
import { Section } from '../ui/Section.js';
import { VersionTable } from '../ui/VersionTable.js';
import { StartDraftButton } from './StartDraftButton.js';

/** Every version of the thresholds, who published it when, and a draft from an older one. */
export default function Versions() {
  const translate = useTranslate();
  return (
    <>
      <PageTitle title="levels.versions" lead={translate('levels.versionsLead')} />
      <Section flush>
        <VersionTable
          name="levelVersions"
          query={LevelVersionsDocument}
          read={(answer) => answer.levelVersions}
          label="levels.versions"
          statusType="LevelVersionStatus"
          path="/levels/rules"
          actions={({ id, status }) =>
            status === 'SUPERSEDED' ? <StartDraftButton from={id} label="program.draftFromThis" quiet /> : null
          }
        />
      </Section>
    </>
  );
}
