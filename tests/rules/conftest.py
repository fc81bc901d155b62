"""What the tests of rules stand on."""

from hypothesis import HealthCheck, settings

# A machine that does two other things at once is no fault of a rule.
settings.register_profile(
    "busy machine", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("busy machine")
