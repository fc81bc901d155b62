"""The roof: every address is in the maps of the doors."""

from django.urls import include, path

urlpatterns = [path("", include("phoihop.pages.urls"))]

handler400 = "phoihop.pages.refusals.bad_request"
handler404 = "phoihop.pages.refusals.not_found"
handler500 = "phoihop.pages.refusals.failed"
