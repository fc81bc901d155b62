"""The verbs on programmes, plans and tasks."""
