import { useTranslate } from 'ra-core';
import { ProgramVersionsDocument } from '../api/generated/operations.js';
import { PageTitle } from '../ui/PageTitle.js';
import { Section } from '../ui/Section.js';
import { VersionTable } from '../ui/VersionTable.js';
import { RollbackButton } from './RollbackButton.js';

/** Every version of the programme, who published it when, and the way back (V6). */
export default function Versions() {
  const translate = useTranslate();
  return (
    <>
      <PageTitle title="program.history" lead={translate('program.historyLead')} />
      <Section flush>
        <VersionTable
          name="programVersions"
          query={ProgramVersionsDocument}
          read={(answer) => answer.programVersions}
          label="program.history"
          statusType="ProgramStatus"
          path="/program"
          actions={(row) => <RollbackButton version={row} />}
        />
      </Section>
    </>
  );
}
