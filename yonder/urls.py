"""Every address of Yonder. No verb and no entry's id stands in one: they travel in the body."""

from allauth.account import views as account
from allauth.mfa.base import views as second_factor
from allauth.mfa.totp import views as totp
from django.contrib.auth.decorators import login_not_required
from django.urls import path

from yonder.web import (
    about_me,
    addresses,
    asked,
    briefings,
    cascade,
    council,
    errors,
    feeds,
    firstrun,
    home,
    invitations,
    journeys,
    leaving,
    letters,
    line,
    me,
    pages,
    pairings,
    passwords,
    people,
    planner,
    practice,
    readers,
    resets,
    rooms,
    rosters,
    second_step,
    signin,
    signins,
    slips,
    starter,
    tables,
    tabular,
    taking,
    team,
    typed_slips,
    workplace,
)

urlpatterns = [
    path("", home.home, name="home"),
    # Coming in
    path("first-run/<str:token>/", firstrun.first_run, name="first-run"),
    path("sign-in/", signin.sign_in, name="sign-in"),
    path("sign-out/", signin.sign_out, name="sign-out"),
    path("close/", signin.close, name="close"),
    path("recover/", passwords.recover, name="recover"),
    path("reset/", resets.ask_reset, name="ask-reset"),
    path("reset/<str:token>/", resets.reset, name="reset"),
    path("join/", typed_slips.slip, name="slip"),
    path("invitation/<str:token>/", asked.welcome, name="invitation"),
    path("invitation/<str:token>/join/", asked.join, name="join"),
    path("protection/", readers.protection, name="protection"),
    path("protection/council/", council.council, name="council"),
    # Two people
    path("invite/", invitations.new, name="invite"),
    path("asked/<uuid:invitation>/", asked.asked, name="asked"),
    path("invite/<uuid:invitation>/", invitations.sent, name="invitation-sent"),
    path("journey/<uuid:journey>/", journeys.journey, name="journey"),
    path("journey/<uuid:journey>/room/", rooms.room, name="room"),
    path("journey/<uuid:journey>/table/", tables.table, name="table"),
    path("journey/<uuid:journey>/line/", line.line, name="line"),
    path("journey/<uuid:journey>/file/", tabular.skills, name="file"),
    path("journey/<uuid:journey>/take/", taking.of_journey, name="take"),
    path("journey/<uuid:journey>/briefing/", briefings.briefing, name="briefing"),
    path("journey/<uuid:journey>/calendar/", feeds.day, name="day"),
    path("journey/<uuid:journey>/key/", pairings.key, name="key"),
    path("journey/<uuid:journey>/readers/", readers.readers, name="readers"),
    path("cascade/", cascade.cascade, name="cascade"),
    path("practice/", practice.practice, name="practice"),
    path("starter/", starter.starter, name="starter"),
    # One who listens to many
    path("team/", team.page, name="team"),
    path("planner/", planner.planner, name="planner"),
    path("planner/slips/", slips.slips, name="planner-slips"),
    # Oneself
    path("three/", briefings.three, name="three"),
    path("pages/", pages.pages, name="pages"),
    path("pages/room/", rooms.own_room, name="own-room"),
    path("pages/line/", line.own_line, name="own-line"),
    path("pages/file/", tabular.own_skills, name="own-file"),
    path("pages/take/", taking.own, name="own-take"),
    path("me/", me.me, name="me"),
    path("me/password/", passwords.change, name="password"),
    path("me/recovery-code/", me.code, name="recovery-code"),
    path("me/former/", me.former, name="former"),
    path("me/sign-ins/", signins.signins, name="sign-ins"),
    path("me/held/", about_me.held, name="held"),
    path("me/letters/", letters.letters, name="letters"),
    path("calendar/<str:token>.ics", feeds.feed, name="calendar"),
    path("me/leaving/", leaving.leaving, name="leaving"),
    # The workplace
    path("people/", people.people, name="people"),
    path("people/file/", rosters.roster, name="roster"),
    path("workplace/", workplace.workplace, name="workplace"),
    # The accounts library, page by page; whatever it has that sets a password is not here.
    path("sign-in/again/", login_not_required(signin.to_sign_in), name="account_login"),
    path(
        "sign-in/factor/", login_not_required(second_factor.authenticate), name="mfa_authenticate"
    ),
    path(
        "sign-in/inactive/", login_not_required(account.account_inactive), name="account_inactive"
    ),
    path("me/confirm/", account.reauthenticate, name="account_reauthenticate"),
    path("me/addresses/", addresses.addresses, name="account_email"),
    path(
        "me/addresses/<str:key>/",
        login_not_required(account.confirm_email),
        name="account_confirm_email",
    ),
    path("me/factor/", second_step.page, name="mfa_index"),
    path("me/factor/on/", totp.activate_totp, name="mfa_activate_totp"),
    path("me/factor/off/", totp.deactivate_totp, name="mfa_deactivate_totp"),
]

handler400, handler403 = errors.bad_request, errors.forbidden
handler404, handler500 = errors.not_found, errors.broken
handler429 = errors.too_many_requests
