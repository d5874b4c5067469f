"""The admin shows nothing that is decided elsewhere."""

import pytest
import swapper
from wagtail.admin.menu import admin_menu, settings_menu

Page = swapper.load_model("wagtailcore", "Page")


@pytest.mark.django_db
def test_people_rights_collections_and_sites_are_not_in_the_menu(rf, administrator):
    request = rf.get("/admin/")
    request.user = administrator

    shown = {item.name for menu in (admin_menu, settings_menu) for item in menu.menu_items_for_request(request)}

    assert shown & {"users", "groups", "collections", "sites", "help"} == set()
    assert "workflows" in shown


@pytest.mark.django_db
def test_a_copy_of_a_page_cannot_be_an_alias(administrator):
    form = Page.copy_form_class({"alias": "on"}, user=administrator, page=Page.objects.filter(depth=2).first())

    assert "new_title" in form.fields
    assert "alias" not in form.fields
