import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import {
  StaffChangePasswordInput,
  StaffResetPasswordInput,
  StaffSignInInput,
  StaffSignOutEverywhereInput,
} from '../../schema/staff/inputs.js';
import { StaffPayload } from '../../schema/staff/payloads.js';
import { DemoSignIn, SignInPayload, SignOutPayload, Viewer } from '../../schema/staff/session.js';
import type { App } from '../app.js';
import type { Context } from '../graphql/context.js';
import { payload } from '../graphql/errors.js';
import { answerWithCookie, dropCookie, refreshTokenOf } from '../http/refresh-cookie.js';

/** Signing in and out. */
@Resolver()
export class SessionResolver {
  constructor(private readonly app: App) {}

  @Query(() => Viewer, { nullable: true, description: 'Who is asking; null unless signed in as a member of staff.' })
  viewer(@Ctx() context: Context) {
    return this.app.staff.viewer(context);
  }

  @Query(() => [DemoSignIn], { description: 'One sign-in per role in a demo; empty everywhere else.' })
  demoSignIns() {
    return this.app.staff.demoSignIns();
  }

  @Mutation(() => SignInPayload, { description: 'Opens a session and sets its refresh cookie.' })
  staffSignIn(@Ctx() context: Context, @Arg('input', () => StaffSignInInput) input: StaffSignInInput) {
    return answerWithCookie(context, () => this.app.signIn.signIn(context, input));
  }

  @Mutation(() => SignInPayload, { description: 'Renews the access token by the refresh cookie, which rotates.' })
  sessionRefresh(@Ctx() context: Context) {
    return answerWithCookie(context, () => this.app.sessions.refresh(context, refreshTokenOf(context)));
  }

  @Mutation(() => SignOutPayload, { description: 'Ends this session, if there is one.' })
  async staffSignOut(@Ctx() context: Context) {
    await this.app.sessions.signOut(context, refreshTokenOf(context));
    dropCookie(context);
    return { userErrors: [] };
  }

  @Mutation(() => SignOutPayload, { description: "Ends all of a person's sessions, the caller's own by default." })
  staffSignOutEverywhere(
    @Ctx() context: Context,
    @Arg('input', () => StaffSignOutEverywhereInput, { nullable: true }) input?: StaffSignOutEverywhereInput,
  ) {
    return payload(() => this.app.sessions.signOutEverywhere(context, input?.staffId));
  }

  @Mutation(() => StaffPayload, { description: "Changes the caller's own password and ends their other sessions." })
  staffChangePassword(
    @Ctx() context: Context,
    @Arg('input', () => StaffChangePasswordInput) input: StaffChangePasswordInput,
  ) {
    return payload(() => this.app.signIn.changePassword(context, input));
  }

  @Mutation(() => StaffPayload, { description: 'Gives somebody a new password and ends all their sessions.' })
  staffResetPassword(
    @Ctx() context: Context,
    @Arg('input', () => StaffResetPasswordInput) input: StaffResetPasswordInput,
  ) {
    return payload(() => this.app.signIn.resetPassword(context, input));
  }
}
