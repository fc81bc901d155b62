"""THE MAP: every page, by its Vietnamese address."""

from django.urls import path

from phoihop.pages import (
    accounts,
    directory,
    gallery,
    home,
    organisations,
    people,
    plans,
    programmes,
    tasks,
    trail,
)

urlpatterns = [
    path("", home.start, name="start"),
    path("ban-lam-viec/", home.desk, name="desk"),
    # --- signing in
    path("dang-nhap/", accounts.sign_in, name="sign_in"),
    path("dang-xuat/", accounts.sign_out, name="sign_out"),
    path("ngon-ngu/", accounts.switch_language, name="switch_language"),
    path("lam-viec-cho/", accounts.switch_body, name="switch_body"),
    # --- programmes, plans, tasks
    path("chuong-trinh/", programmes.programmes, name="programmes"),
    path("chuong-trinh/them/", programmes.create, name="programme_create"),
    path("chuong-trinh/<int:pk>/", programmes.programme, name="programme"),
    path("chuong-trinh/<int:pk>/sua/", programmes.edit, name="programme_edit"),
    path("chuong-trinh/<int:pk>/ke-hoach/them/", plans.create, name="plan_create"),
    path("ke-hoach/<int:pk>/", plans.plan, name="plan"),
    path("ke-hoach/<int:pk>/sua/", plans.edit, name="plan_edit"),
    path("ke-hoach/<int:pk>/nhiem-vu/them/", tasks.create, name="task_create"),
    path("nhiem-vu/", tasks.tasks, name="tasks"),
    path("nhiem-vu/<int:pk>/", tasks.task, name="task"),
    path("nhiem-vu/<int:pk>/sua/", tasks.edit, name="task_edit"),
    # --- bodies and their people
    path("don-vi/", organisations.organisations, name="organisations"),
    path("don-vi/<int:pk>/", organisations.organisation, name="organisation"),
    path("don-vi/<int:pk>/ten/", organisations.rename, name="organisation_rename"),
    path("don-vi/<int:pk>/ten-khac/", organisations.alias, name="organisation_alias"),
    path("don-vi/<int:pk>/nguoi/", people.people, name="people"),
    path("don-vi/<int:pk>/nguoi/them/", people.give, name="role_give"),
    path("vai-tro/<int:pk>/ket-thuc/", people.end, name="role_end"),
    # --- the operator's directory
    path("danh-ba/them/", directory.found, name="organisation_found"),
    path("danh-ba/<int:pk>/cap-tren/", directory.place, name="organisation_place"),
    path("danh-ba/tai-khoan/them/", directory.account, name="account_open"),
    # --- the trail, and what pages are made of
    path("nhat-ky/", trail.trail, name="trail"),
    path("nhat-ky/xuat/", trail.export, name="trail_export"),
    path("thanh-phan/", gallery.gallery, name="gallery"),
]
