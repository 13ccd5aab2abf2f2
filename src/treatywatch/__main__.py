"""``python -m treatywatch``: the same as the command ``treatywatch``."""

from treatywatch.cli import main

if __name__ == "__main__":
    main()
