"""The door to the command: it says what to install where the command's own packages are missing."""

import sys


def main() -> None:
    """Run the command ``unodc-feed``."""
    try:
        from unodc_feed.cli import cli
    except ModuleNotFoundError as error:
        missing = (error.name or "").partition(".")[0]
        if missing not in ("click", "rich"):
            raise
        sys.exit(f"unodc-feed: the command needs {missing}; install it with: pip install 'unodc-feed[cli]'")
    try:
        cli(prog_name="unodc-feed")
    except OSError as error:  # such as a full disk behind standard output
        sys.exit(f"unodc-feed: {error.strerror or error}")


if __name__ == "__main__":
    main()
