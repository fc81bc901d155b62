"""THE MAP: every page, by its Vietnamese address."""

from django.urls import path

from phoihop.pages import (
    accounts,
    almanac,
    body_lists,
    channels,
    competences,
    designations,
    directory,
    files,
    focal_points,
    gallery,
    home,
    invitations,
    jobs,
    joining,
    joint_groups,
    notices,
    organisations,
    passwords,
    people,
    plans,
    programmes,
    relations,
    successions,
    tasks,
    topics,
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
    path("tai-khoan/mat-khau/", passwords.change, name="password_change"),
    path("loi-moi/<str:token>/", joining.invitation, name="invitation"),
    path(
        "loi-moi/<str:token>/da-co-tai-khoan/",
        joining.invitation_known,
        name="invitation_known",
    ),
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
    path("don-vi/<int:pk>/nguoi/moi/", invitations.make, name="invitation_make"),
    path(
        "don-vi/<int:pk>/nguoi/mat-khau/",
        invitations.offer_password,
        name="invitation_password",
    ),
    path(
        "loi-moi-da-gui/<int:pk>/thu-hoi/", invitations.revoke, name="invitation_revoke"
    ),
    # --- what a body keeps about itself
    path(
        "don-vi/<int:pk>/ky-hieu/them/", designations.create, name="designation_create"
    ),
    path("ky-hieu/<int:pk>/ket-thuc/", designations.end, name="designation_end"),
    path("don-vi/<int:pk>/kenh/them/", channels.create, name="channel_create"),
    path("kenh/<int:pk>/ket-thuc/", channels.end, name="channel_end"),
    path(
        "don-vi/<int:pk>/dau-moi/them/", focal_points.create, name="focal_point_create"
    ),
    path("dau-moi/<int:pk>/ket-thuc/", focal_points.end, name="focal_point_end"),
    # --- files
    path("tep/", files.files, name="files"),
    path("tep/nhan/", files.receive, name="file_receive"),
    path("tep/<uuid:uuid>/", files.file, name="file"),
    # --- the operator's directory
    path("danh-ba/them/", directory.found, name="organisation_found"),
    path("danh-ba/<int:pk>/cap-tren/", directory.place, name="organisation_place"),
    path("danh-ba/danh-sach/them/", body_lists.receive, name="body_list_receive"),
    path("danh-ba/danh-sach/mau/", body_lists.pattern, name="body_list_pattern"),
    path("danh-ba/danh-sach/<int:pk>/", body_lists.body_list, name="body_list"),
    path("danh-ba/nhom/them/", joint_groups.create, name="joint_group_create"),
    path("danh-ba/<int:pk>/nhiem-ky/", joint_groups.renew, name="joint_group_renew"),
    path("danh-ba/<int:pk>/quan-he/", relations.create, name="relation_create"),
    path("danh-ba/quan-he/<int:pk>/ket-thuc/", relations.end, name="relation_end"),
    path("danh-ba/<int:pk>/ket-thuc/", successions.end, name="organisation_end"),
    path("danh-ba/linh-vuc/", topics.topics, name="topics"),
    path("danh-ba/linh-vuc/them/", topics.create, name="topic_create"),
    path("danh-ba/linh-vuc/<int:pk>/ket-thuc/", topics.end, name="topic_end"),
    path("danh-ba/tham-quyen/", competences.competences, name="competences"),
    path("danh-ba/tham-quyen/them/", competences.create, name="competence_create"),
    path(
        "danh-ba/tham-quyen/<int:pk>/ket-thuc/", competences.end, name="competence_end"
    ),
    path("danh-ba/tai-khoan/them/", directory.account, name="account_open"),
    # --- the trail, and what pages are made of
    path("nhat-ky/", trail.trail, name="trail"),
    path("nhat-ky/xuat/", trail.export, name="trail_export"),
    # --- work in the background, and what one is told
    path("viec-nen/", jobs.jobs, name="jobs"),
    path("viec-nen/<int:pk>/", jobs.job, name="job"),
    path("viec-nen/<int:pk>/chay-lai/", jobs.retry, name="job_retry"),
    path("viec-nen/kiem-tra-nhat-ky/", jobs.check_trail, name="trail_verify"),
    path("thong-bao/", notices.notices, name="notices"),
    path("lich/", almanac.almanac, name="almanac"),
    path("thanh-phan/", gallery.gallery, name="gallery"),
]
