import { useTranslate } from 'ra-core';
import { Fact, Facts } from '../ui/Section.js';
import { useFormat } from '../ui/useFormat.js';
import type { VersionBody } from './types.js';

/** The rules of a version in words. */
export function SettingsFacts({ settings }: { settings: VersionBody['settings'] }) {
  const translate = useTranslate();
  const { number } = useFormat();
  const window =
    settings.window === 'ROLLING_MONTHS'
      ? translate('program.rollingMonths', { smart_count: settings.windowMonths })
      : translate(`enums.QualificationWindow.${settings.window}`);
  return (
    <Facts columns={4}>
      <Fact label="program.measure">{translate(`enums.QualificationMeasure.${settings.measure}`)}</Fact>
      <Fact label="program.window">{window}</Fact>
      <Fact label="program.downgrade">{translate(`enums.DowngradePolicy.${settings.downgrade}`)}</Fact>
      <Fact label="program.graceDays">{translate('app.days', { smart_count: settings.graceDays })}</Fact>
      <Fact label="program.pointsPerUnit">{number(settings.pointsPerUnit)}</Fact>
      <Fact label="program.pointsExpireMonths">
        {settings.pointsExpireMonths === null
          ? translate('program.never')
          : translate('program.months', { smart_count: settings.pointsExpireMonths })}
      </Fact>
      <Fact label="program.pointsReminderDays">
        {translate('app.days', { smart_count: settings.pointsReminderDays })}
      </Fact>
      <Fact label="program.reservationMinutes">{number(settings.reservationMinutes)}</Fact>
    </Facts>
  );
}
