import { ArgsType, Field, InputType, registerEnumType } from 'type-graphql';
import { connectionOf, PageArgs } from '../common/connection.js';
import { ApiKey } from './api-key.js';
import { StaffRole, StaffStatus } from './enums.js';
import { Staff } from './staff.js';

export enum StaffOrderBy {
  NAME_ASC = 'NAME_ASC',
  NAME_DESC = 'NAME_DESC',
  EMAIL_ASC = 'EMAIL_ASC',
  EMAIL_DESC = 'EMAIL_DESC',
  CREATED_AT_ASC = 'CREATED_AT_ASC',
  CREATED_AT_DESC = 'CREATED_AT_DESC',
}
registerEnumType(StaffOrderBy, { name: 'StaffOrderBy', description: 'How members of staff are sorted.' });

@InputType({ description: 'Which members of staff.' })
export class StaffFilter {
  @Field(() => String, { nullable: true, description: 'Part of the name or e-mail, without regard to case.' })
  q?: string | null;

  @Field(() => StaffRole, { nullable: true })
  role?: StaffRole | null;

  @Field(() => StaffStatus, { nullable: true })
  status?: StaffStatus | null;
}

@ArgsType()
export class StaffListArgs extends PageArgs {
  @Field(() => StaffFilter, { nullable: true })
  filter?: StaffFilter | null;

  @Field(() => StaffOrderBy, { nullable: true, description: 'Absent: by name.' })
  orderBy?: StaffOrderBy | null;
}

export const StaffConnection = connectionOf('Staff', () => Staff);

export const ApiKeyConnection = connectionOf('ApiKey', () => ApiKey);
