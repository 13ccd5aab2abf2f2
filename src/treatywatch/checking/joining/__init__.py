"""The way into a treaty: acts of joining, standing in it or outside, places in the line."""
