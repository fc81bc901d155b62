"""What is decided about programmes, plans and tasks. Pure: no Django, no clock."""
