"""How the documentation is built: ``python -m sphinx -n -W -b html docs docs/_build/html``; it needs no network."""

import sys
import typing
import zlib
from pathlib import Path
from typing import ClassVar

import attrs
from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util.docutils import SphinxDirective

import unodc_feed

HERE = Path(__file__).parent
SEEDS = str(HERE.parent / "seeds")
sys.path.insert(0, str(HERE))

import pictures  # noqa: E402

project = "unodc-feed"
author = "the unodc-feed maintainers"
project_copyright = author
version = release = unodc_feed.__version__

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.doctest",
    "sphinx.ext.intersphinx",
    "sphinx.ext.napoleon",
    "sphinx_copybutton",
]
exclude_patterns = ["_build", "**/_*.md"]  # the latter are parts of pages
language = "en_GB"
nitpicky = True

# Pages -------------------------------------------------------------------------------------------------------------

html_theme = "furo"
html_title = f"unodc-feed {release}"
html_static_path = ["_static"]
html_css_files = ["pages.css"]
html_show_sourcelink = False
html_copy_source = False
html_show_copyright = False
html_theme_options = {"navigation_with_keys": True}

myst_enable_extensions = ["colon_fence", "deflist", "fieldlist"]
myst_heading_anchors = 3

copybutton_prompt_text = r">>> |\.\.\. |\$ "
copybutton_prompt_is_regexp = True

# Names and types ---------------------------------------------------------------------------------------------------

autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_typehints_format = "short"
autodoc_class_signature = "mixed"
python_maximum_signature_line_length = 88
python_use_unqualified_type_names = True
napoleon_numpy_docstring = False
napoleon_attr_annotations = True

# Samples -----------------------------------------------------------------------------------------------------------

doctest_test_doctest_blocks = ""  # the examples in docstrings run with the tests of the package
doctest_global_setup = f"""
import contextlib, pathlib, shutil, tempfile
workplace = contextlib.ExitStack()
folder = workplace.enter_context(tempfile.TemporaryDirectory())
shutil.copytree({SEEDS!r}, pathlib.Path(folder, "seeds"))
for schema in pathlib.Path({str(HERE)!r}, "reference").glob("*.schema.json"):
    shutil.copy(schema, folder)
workplace.enter_context(contextlib.chdir(folder))
"""
doctest_global_cleanup = "workplace.close()"


def resolve_public(app: Sphinx, env: BuildEnvironment, node: pending_xref, text: nodes.Element) -> nodes.Element | None:
    """Link a type that annotations name by its private module to the page of its public name."""
    target = node.get("reftarget", "")
    name = target.rpartition(".")[2]
    if node.get("refdomain") != "py" or not target.startswith("unodc_feed._") or name not in unodc_feed.__all__:
        return None
    domain = env.domains.python_domain
    return domain.resolve_xref(env, node["refdoc"], app.builder, "obj", f"unodc_feed.{name}", node, text)


def spare_first_line(_app: Sphinx, what: str, _name: str, _obj: object, _options: object, lines: list[str]) -> None:
    """Keep napoleon from taking the words before a colon in the first line of an attribute for its type."""
    if what in ("attribute", "property"):
        lines[:0] = ["..", ""]  # an empty comment has no colon


def put_types_in_line(_app: Sphinx, what: str, _name: str, _obj: object, _options: object, lines: list[str]) -> None:
    """Print the type of a field behind its name instead of in a paragraph of its own."""
    field = None
    for number, line in enumerate(lines if what in ("class", "exception") else []):
        if line.startswith(".. attribute::"):
            field = number
        elif line.startswith("   :type: ") and field is not None:
            lines[number] = ""
            lines[field] += f"\n{line}"
    lines[:] = "\n".join(lines).split("\n")


def resolve_fields() -> None:
    """Evaluate the types of all fields: a class that names itself has no name yet when attrs makes its constructor."""
    for name in unodc_feed.__all__:
        record = getattr(unodc_feed, name)
        if attrs.has(record):
            record.__init__.__annotations__ = {**typing.get_type_hints(record), "return": None}


class Picture(SphinxDirective):
    """One of the pictures of ``pictures.py``, with the text of the directive below it."""

    required_arguments = 1
    has_content = True
    option_spec: ClassVar = {}

    def run(self) -> list[nodes.Node]:
        """Draw it into the page."""
        drawn = f'<div class="picture">{pictures.PICTURES[self.arguments[0]]()}</div>'
        figure = nodes.figure("", nodes.raw("", drawn, format="html"))
        figure += nodes.caption("", "", *self.parse_inline("\n".join(self.content))[0])
        self.env.note_dependency(pictures.__file__)
        return [figure]


def packed_inventory(name: str, folder: Path) -> str:
    """The path of an inventory that is kept as text in this repository, packed as Sphinx reads it."""
    lines = (HERE / "inventories" / f"{name}.txt").read_text("utf-8").splitlines()
    names = "".join(f"{line}\n" for line in lines if not line.startswith("#"))
    head = f"# Sphinx inventory version 2\n# Project: {name}\n# Version: \n# The remainder is compressed using zlib.\n"
    path = folder / f"{name}.inv"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(head.encode() + zlib.compress(names.encode()))
    return str(path)


def setup(app: Sphinx) -> None:
    """Tell Sphinx of the above."""
    python = packed_inventory("python", Path(app.doctreedir))
    app.config.intersphinx_mapping = {"python": ("https://docs.python.org/3", python)}
    app.add_directive("picture", Picture)
    resolve_fields()
    app.connect("autodoc-process-docstring", spare_first_line, priority=400)
    app.connect("autodoc-process-docstring", put_types_in_line, priority=600)
    app.connect("missing-reference", resolve_public)
