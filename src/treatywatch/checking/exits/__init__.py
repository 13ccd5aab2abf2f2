"""The way out of a treaty: what is asked of an exit, its steps, its effect, who was first."""
