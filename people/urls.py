"""Addresses of the directory and the staff screens."""

from django.urls import path

from people.views import accounts, directory, imports, personal, profiles, roles, slips, units, why

app_name = "people"
urlpatterns = [
    path("people/", directory.directory, name="directory"),
    path("people/suggestions/", directory.suggestions, name="suggestions"),
    path("people/profile/", profiles.edit, name="edit"),
    path("people/profile/picture/", profiles.show_picture, name="show_picture"),
    path("people/profile/picture/removal/", profiles.hide_picture, name="hide_picture"),
    path("people/profile/data/", personal.own_data, name="own_data"),
    path("people/manage/", accounts.manage, name="manage"),
    path("people/imports/", imports.imports, name="imports"),
    path("people/imports/template/", imports.blank, name="import_template"),
    path("people/imports/<slug:uid>/", imports.staff_import, name="import"),
    path("people/imports/<slug:uid>/confirmation/", imports.confirm, name="import_confirm"),
    path("people/imports/<slug:uid>/cancellation/", imports.cancel, name="import_cancel"),
    path("people/imports/<slug:uid>/columns/", imports.columns, name="import_columns"),
    path("people/imports/<slug:uid>/guess/", imports.accept_guess, name="import_guess"),
    path("people/imports/<slug:uid>/pause/", imports.pause, name="import_pause"),
    path("people/imports/<slug:uid>/faults/", imports.faults, name="import_faults"),
    path("people/roles/", roles.roles, name="roles"),
    path("people/roles/<int:pk>/end/", roles.role, name="role"),
    path("people/roles/<slug:uid>/", roles.roles, name="roles_of"),
    path("people/why/", why.why, name="why"),
    path("people/why/<slug:uid>/glass/", why.break_glass, name="break_glass"),
    path("people/units/", units.unit, name="units"),
    path("people/units/<slug:uid>/", units.unit, name="unit"),
    path("people/units/<slug:uid>/below/", units.open_below, name="unit_below"),
    path("people/units/<slug:uid>/move/", units.move, name="unit_move"),
    path("people/units/<slug:uid>/close/", units.close, name="unit_close"),
    path("people/positions/", units.positions, name="positions"),
    path("people/positions/new/", units.position, name="new_position"),
    path("people/positions/<int:pk>/", units.position, name="position"),
    path("people/slips/", slips.choose, name="slips"),
    path("people/slips/print/", slips.give, name="slips_print"),
    path("people/<slug:uid>/", profiles.profile, name="profile"),
    path("people/<slug:uid>/account/", accounts.account, name="account"),
    path("people/<slug:uid>/account/leave/", accounts.leave, name="leave"),
    path("people/<slug:uid>/account/disable/", accounts.disable, name="disable"),
    path("people/<slug:uid>/account/second-step/", accounts.reset_second_step, name="reset_second_step"),
    path("people/<slug:uid>/data/", personal.data, name="data"),
    path("people/<slug:uid>/erase/", personal.erase, name="erase"),
    path("people/<slug:uid>/erasure/", personal.erasure, name="erasure"),
]
