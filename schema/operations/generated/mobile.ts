// Written by admin/api/codegen.ts from the SDL and mobile.graphql. Do not edit; copy it into the app.
/** An operation to send, with the types of its answer's data and of its variables. */
export type OperationText<Data, Variables> = string & { readonly __types?: (variables: Variables) => Data };

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** What sort of thing a benefit is (V3). */
export type BenefitKind =
  | 'BIRTHDAY_GIFT'
  | 'COUPON'
  | 'CUSTOM'
  | 'CUSTOM_PACKAGING'
  | 'DEDICATED_AGENT'
  | 'DISCOUNT'
  | 'EVENT_INVITATION'
  | 'FREE_SHIPPING'
  | 'POINTS_MULTIPLIER'
  | 'PRIORITY_SERVICE'
  | 'PRIORITY_SHIPPING'
  | 'PRODUCT_TRIAL';

export type BenefitRedeemInput = {
  benefitId: string;
  /** For staff and systems only; customers redeem for themselves. */
  customerId?: string | null | undefined;
  /** Redeem this grant. Left out: the tier or grant whose time runs out first. */
  grantId?: string | null | undefined;
  /** One key, one effect, however often it is sent; per customer, at most 100 characters. */
  idempotencyKey: string;
  /** Between 1 and 100; all of it comes from one source. */
  quantity?: number;
};

/** A way to reach a customer (M2, A3). */
export type Channel =
  | 'EMAIL'
  | 'IN_APP'
  | 'PHONE'
  | 'PUSH'
  | 'SMS'
  | 'WECHAT';

export type Gender =
  | 'FEMALE'
  | 'MALE'
  | 'OTHER';

/** A language of the panel and the messages. */
export type Locale =
  | 'en'
  | 'zh';

export type MeConsentSetInput = {
  /** Which text was shown. */
  documentVersion: string;
  granted: boolean;
  /** One of the purposes that the company asks for, like `marketing`. */
  purpose: string;
};

export type MeEraseInput = {
  /** The word ERASE, so that nobody does it by a slip. */
  confirm: string;
};

export type MeNotificationsReadInput = {
  /** 100 at most. */
  ids: Array<string>;
};

/** A field left out stays as it is; null clears it. */
export type MeUpdateInput = {
  birthday?: string | null | undefined;
  city?: string | null | undefined;
  email?: string | null | undefined;
  gender?: Gender | null | undefined;
  /** Replaces all. */
  interests?: Array<string> | null | undefined;
  locale?: Locale | null | undefined;
  name?: string | null | undefined;
  /** Mainland mobile numbers with or without +86; others as E.164. */
  phone?: string | null | undefined;
  preferredChannel?: Channel | null | undefined;
  quietHours?: QuietHoursInput | null | undefined;
  /** The version of the profile that was read; an older one is refused. */
  version: number;
};

/** What an in-app message is about (V5). */
export type NotificationKind =
  | 'PERK_GRANTED'
  | 'POINTS_EXPIRING'
  | 'TIER_DOWN'
  | 'TIER_UP';

/** Where an order stands after its reversals. */
export type OrderStatus =
  | 'CANCELLED'
  | 'PARTLY_REFUNDED'
  | 'PLACED'
  | 'REFUNDED';

/** Where a perk comes from (V4). */
export type PerkSource =
  | 'GRANT'
  | 'TIER';

/** What sort of entry in the points ledger (V2). */
export type PointsEntryKind =
  /** Corrected by hand, up or down. */
  | 'ADJUST'
  /** By an order. */
  | 'EARN'
  /** Run out unused. */
  | 'EXPIRE'
  /** An entry undone: a refund takes back what its order earned, an error is put right. */
  | 'REVERSE'
  /** Used up by the customer; the points of the oldest expiry go first. */
  | 'SPEND';

/** When not to disturb (A3), in company time; may run over midnight. */
export type QuietHoursInput = {
  from: string;
  until: string;
};

export type RedemptionCommitInput = {
  id: string;
};

export type RedemptionReleaseInput = {
  id: string;
  /** At most 200 characters. */
  reason?: string | null | undefined;
};

/** Reserved counts against quota and stock until committed, released or run out (V4). */
export type RedemptionStatus =
  | 'COMMITTED'
  | 'RELEASED'
  | 'RESERVED'
  | 'REVERSED';

/** What a customer holds a tier by (V1). */
export type TierCause =
  | 'GRANT'
  | 'POINTS'
  | 'SPEND';

/** Why an input was not accepted. */
export type UserErrorCode =
  | 'ALREADY_DONE'
  | 'CONFLICT'
  | 'DEMO_ACCOUNT'
  | 'EXPIRED'
  | 'IDEMPOTENCY_KEY_REUSED'
  | 'INSUFFICIENT_POINTS'
  | 'INVALID'
  | 'IN_USE'
  | 'LOCKED_OUT'
  | 'NOT_FOUND'
  | 'NOT_IN_TIER'
  | 'NOT_REDEEMABLE'
  | 'NOT_YET_VALID'
  | 'OUT_OF_QUOTA'
  | 'OUT_OF_RANGE'
  | 'OUT_OF_STOCK'
  | 'REQUIRED'
  | 'RETIRED'
  | 'STALE'
  | 'TAKEN'
  | 'TOO_LONG'
  | 'TOO_SHORT'
  | 'UNKNOWN_CURRENCY'
  | 'WRONG_CREDENTIALS';

export type HomeQueryVariables = Exact<{ [key: string]: never; }>;


export type HomeQuery = { me: { id: string, name: string, tier: { id: string, code: string, rank: number, color: string, since: string | null, qualifiedBy: TierCause | null, expiresAt: string | null, graceUntil: string | null, name: { zh: string, en: string } } | null, progress: { spendGap: string | null, pointsGap: number | null, ordersGap: number | null, spend: string, points: number, orders: number, periodStart: string | null, periodEnd: string | null, next: { id: string, code: string, color: string, name: { zh: string, en: string } } } | null, points: { balance: number, debt: number, expiringSoon: Array<{ points: number, expiresAt: string }> }, perks: Array<{ id: string, source: PerkSource, remaining: number | null, quota: number | null, used: number, validUntil: string | null, howToUse: { zh: string, en: string }, benefit: { id: string, code: string, kind: BenefitKind, redeemable: boolean, name: { zh: string, en: string }, terms: { zh: string, en: string } } }> } | null };

export type RedemptionPartsFragment = { redemption: { id: string, code: string, status: RedemptionStatus, quantity: number, createdAt: string, reservedUntil: string | null, committedAt: string | null, endedAt: string | null, benefit: { id: string, code: string, name: { zh: string, en: string } } } | null, perk: { id: string, remaining: number | null, used: number } | null, userErrors: Array<{ field: string | null, code: UserErrorCode, message: string }> };

export type RedeemMutationVariables = Exact<{
  input: BenefitRedeemInput;
}>;


export type RedeemMutation = { benefitRedeem: { redemption: { id: string, code: string, status: RedemptionStatus, quantity: number, createdAt: string, reservedUntil: string | null, committedAt: string | null, endedAt: string | null, benefit: { id: string, code: string, name: { zh: string, en: string } } } | null, perk: { id: string, remaining: number | null, used: number } | null, userErrors: Array<{ field: string | null, code: UserErrorCode, message: string }> } };

export type ReserveMutationVariables = Exact<{
  input: BenefitRedeemInput;
}>;


export type ReserveMutation = { benefitReserve: { redemption: { id: string, code: string, status: RedemptionStatus, quantity: number, createdAt: string, reservedUntil: string | null, committedAt: string | null, endedAt: string | null, benefit: { id: string, code: string, name: { zh: string, en: string } } } | null, perk: { id: string, remaining: number | null, used: number } | null, userErrors: Array<{ field: string | null, code: UserErrorCode, message: string }> } };

export type CommitReservationMutationVariables = Exact<{
  input: RedemptionCommitInput;
}>;


export type CommitReservationMutation = { redemptionCommit: { redemption: { id: string, code: string, status: RedemptionStatus, quantity: number, createdAt: string, reservedUntil: string | null, committedAt: string | null, endedAt: string | null, benefit: { id: string, code: string, name: { zh: string, en: string } } } | null, perk: { id: string, remaining: number | null, used: number } | null, userErrors: Array<{ field: string | null, code: UserErrorCode, message: string }> } };

export type ReleaseReservationMutationVariables = Exact<{
  input: RedemptionReleaseInput;
}>;


export type ReleaseReservationMutation = { redemptionRelease: { redemption: { id: string, code: string, status: RedemptionStatus, quantity: number, createdAt: string, reservedUntil: string | null, committedAt: string | null, endedAt: string | null, benefit: { id: string, code: string, name: { zh: string, en: string } } } | null, perk: { id: string, remaining: number | null, used: number } | null, userErrors: Array<{ field: string | null, code: UserErrorCode, message: string }> } };

export type RedemptionsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type RedemptionsQuery = { me: { redemptions: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, code: string, status: RedemptionStatus, quantity: number, createdAt: string, reservedUntil: string | null, endedAt: string | null, benefit: { id: string, code: string, name: { zh: string, en: string } } }> } } | null };

export type PointsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type PointsQuery = { me: { points: { balance: number, debt: number, expiringSoon: Array<{ points: number, expiresAt: string }> }, pointsEntries: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ seq: number, kind: PointsEntryKind, points: number, balanceAfter: number, reason: string | null, at: string, expiresAt: string | null, order: { source: string, number: string } | null }> } } | null };

export type OrdersQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type OrdersQuery = { me: { orders: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, source: string, number: string, placedAt: string, status: OrderStatus, currency: string, amount: string, refunded: string, points: number }> } } | null };

export type NotificationsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type NotificationsQuery = { me: { notifications: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, kind: NotificationKind, data: unknown, at: string, readAt: string | null }> } } | null };

export type ReadNotificationsMutationVariables = Exact<{
  input: MeNotificationsReadInput;
}>;


export type ReadNotificationsMutation = { meNotificationsRead: { userErrors: Array<{ field: string | null, code: UserErrorCode, message: string }> } };

export type AccountQueryVariables = Exact<{ [key: string]: never; }>;


export type AccountQuery = { me: { profile: { id: string, name: string, gender: Gender | null, birthday: string | null, phone: string | null, email: string | null, city: string | null, locale: Locale, preferredChannel: Channel | null, interests: Array<string>, version: number, quietHours: { from: string, until: string } | null }, consents: Array<{ purpose: string, documentVersion: string, granted: boolean, at: string }> } | null };

export type UpdateProfileMutationVariables = Exact<{
  input: MeUpdateInput;
}>;


export type UpdateProfileMutation = { meUpdate: { me: { profile: { id: string, name: string, gender: Gender | null, birthday: string | null, phone: string | null, email: string | null, city: string | null, locale: Locale, preferredChannel: Channel | null, interests: Array<string>, version: number, quietHours: { from: string, until: string } | null } } | null, userErrors: Array<{ field: string | null, code: UserErrorCode, message: string }> } };

export type SetConsentMutationVariables = Exact<{
  input: MeConsentSetInput;
}>;


export type SetConsentMutation = { meConsentSet: { me: { consents: Array<{ purpose: string, documentVersion: string, granted: boolean, at: string }> } | null, userErrors: Array<{ field: string | null, code: UserErrorCode, message: string }> } };

export type DataExportQueryVariables = Exact<{ [key: string]: never; }>;


export type DataExportQuery = { me: { dataExport: unknown } | null };

export type EraseAccountMutationVariables = Exact<{
  input: MeEraseInput;
}>;


export type EraseAccountMutation = { meErase: { erased: boolean | null, userErrors: Array<{ field: string | null, code: UserErrorCode, message: string }> } };

export const HomeDocument: OperationText<HomeQuery, HomeQueryVariables> = `query Home {
  me {
    id
    name
    tier {
      id
      code
      rank
      name {
        zh
        en
      }
      color
      since
      qualifiedBy
      expiresAt
      graceUntil
    }
    progress {
      next {
        id
        code
        name {
          zh
          en
        }
        color
      }
      spendGap
      pointsGap
      ordersGap
      spend
      points
      orders
      periodStart
      periodEnd
    }
    points {
      balance
      debt
      expiringSoon {
        points
        expiresAt
      }
    }
    perks {
      id
      source
      remaining
      quota
      used
      validUntil
      howToUse {
        zh
        en
      }
      benefit {
        id
        code
        kind
        name {
          zh
          en
        }
        terms {
          zh
          en
        }
        redeemable
      }
    }
  }
}
`;

export const RedeemDocument: OperationText<RedeemMutation, RedeemMutationVariables> = `mutation Redeem($input: BenefitRedeemInput!) {
  benefitRedeem(input: $input) {
    ...RedemptionParts
  }
}
fragment RedemptionParts on RedemptionPayload {
  redemption {
    id
    code
    status
    quantity
    createdAt
    reservedUntil
    committedAt
    endedAt
    benefit {
      id
      code
      name {
        zh
        en
      }
    }
  }
  perk {
    id
    remaining
    used
  }
  userErrors {
    field
    code
    message
  }
}
`;

export const ReserveDocument: OperationText<ReserveMutation, ReserveMutationVariables> = `mutation Reserve($input: BenefitRedeemInput!) {
  benefitReserve(input: $input) {
    ...RedemptionParts
  }
}
fragment RedemptionParts on RedemptionPayload {
  redemption {
    id
    code
    status
    quantity
    createdAt
    reservedUntil
    committedAt
    endedAt
    benefit {
      id
      code
      name {
        zh
        en
      }
    }
  }
  perk {
    id
    remaining
    used
  }
  userErrors {
    field
    code
    message
  }
}
`;

export const CommitReservationDocument: OperationText<CommitReservationMutation, CommitReservationMutationVariables> = `mutation CommitReservation($input: RedemptionCommitInput!) {
  redemptionCommit(input: $input) {
    ...RedemptionParts
  }
}
fragment RedemptionParts on RedemptionPayload {
  redemption {
    id
    code
    status
    quantity
    createdAt
    reservedUntil
    committedAt
    endedAt
    benefit {
      id
      code
      name {
        zh
        en
      }
    }
  }
  perk {
    id
    remaining
    used
  }
  userErrors {
    field
    code
    message
  }
}
`;

export const ReleaseReservationDocument: OperationText<ReleaseReservationMutation, ReleaseReservationMutationVariables> = `mutation ReleaseReservation($input: RedemptionReleaseInput!) {
  redemptionRelease(input: $input) {
    ...RedemptionParts
  }
}
fragment RedemptionParts on RedemptionPayload {
  redemption {
    id
    code
    status
    quantity
    createdAt
    reservedUntil
    committedAt
    endedAt
    benefit {
      id
      code
      name {
        zh
        en
      }
    }
  }
  perk {
    id
    remaining
    used
  }
  userErrors {
    field
    code
    message
  }
}
`;

export const RedemptionsDocument: OperationText<RedemptionsQuery, RedemptionsQueryVariables> = `query Redemptions($first: Int = 25, $after: String) {
  me {
    redemptions(first: $first, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        code
        status
        quantity
        createdAt
        reservedUntil
        endedAt
        benefit {
          id
          code
          name {
            zh
            en
          }
        }
      }
    }
  }
}
`;

export const PointsDocument: OperationText<PointsQuery, PointsQueryVariables> = `query Points($first: Int = 25, $after: String) {
  me {
    points {
      balance
      debt
      expiringSoon {
        points
        expiresAt
      }
    }
    pointsEntries(first: $first, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        seq
        kind
        points
        balanceAfter
        reason
        at
        expiresAt
        order {
          source
          number
        }
      }
    }
  }
}
`;

export const OrdersDocument: OperationText<OrdersQuery, OrdersQueryVariables> = `query Orders($first: Int = 25, $after: String) {
  me {
    orders(first: $first, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        source
        number
        placedAt
        status
        currency
        amount
        refunded
        points
      }
    }
  }
}
`;

export const NotificationsDocument: OperationText<NotificationsQuery, NotificationsQueryVariables> = `query Notifications($first: Int = 25, $after: String) {
  me {
    notifications(first: $first, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        kind
        data
        at
        readAt
      }
    }
  }
}
`;

export const ReadNotificationsDocument: OperationText<ReadNotificationsMutation, ReadNotificationsMutationVariables> = `mutation ReadNotifications($input: MeNotificationsReadInput!) {
  meNotificationsRead(input: $input) {
    userErrors {
      field
      code
      message
    }
  }
}
`;

export const AccountDocument: OperationText<AccountQuery, AccountQueryVariables> = `query Account {
  me {
    profile {
      id
      name
      gender
      birthday
      phone
      email
      city
      locale
      preferredChannel
      quietHours {
        from
        until
      }
      interests
      version
    }
    consents {
      purpose
      documentVersion
      granted
      at
    }
  }
}
`;

export const UpdateProfileDocument: OperationText<UpdateProfileMutation, UpdateProfileMutationVariables> = `mutation UpdateProfile($input: MeUpdateInput!) {
  meUpdate(input: $input) {
    me {
      profile {
        id
        name
        gender
        birthday
        phone
        email
        city
        locale
        preferredChannel
        quietHours {
          from
          until
        }
        interests
        version
      }
    }
    userErrors {
      field
      code
      message
    }
  }
}
`;

export const SetConsentDocument: OperationText<SetConsentMutation, SetConsentMutationVariables> = `mutation SetConsent($input: MeConsentSetInput!) {
  meConsentSet(input: $input) {
    me {
      consents {
        purpose
        documentVersion
        granted
        at
      }
    }
    userErrors {
      field
      code
      message
    }
  }
}
`;

export const DataExportDocument: OperationText<DataExportQuery, DataExportQueryVariables> = `query DataExport {
  me {
    dataExport
  }
}
`;

export const EraseAccountDocument: OperationText<EraseAccountMutation, EraseAccountMutationVariables> = `mutation EraseAccount($input: MeEraseInput!) {
  meErase(input: $input) {
    erased
    userErrors {
      field
      code
      message
    }
  }
}
`;
