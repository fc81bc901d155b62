"""What the web server calls."""

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application

from phoihop.almanac import shipped

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "phoihop.settings")
application = get_wsgi_application()
# A wrong file of days stops the start, not the first page that counts by it.
shipped.calendar(settings.DAYS_FILE)
shipped.commemorated(settings.DAYS_FILE)
