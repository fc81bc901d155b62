"""The verbs on bodies, their people, and the trail's oversight."""
